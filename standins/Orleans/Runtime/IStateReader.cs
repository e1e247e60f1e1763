namespace Orleans.Standin;

/// <summary>A persistent state that has to be read before OnActivateAsync.</summary>
internal interface IStateReader
{
    Task ReadAsync(CancellationToken cancellationToken);
}
