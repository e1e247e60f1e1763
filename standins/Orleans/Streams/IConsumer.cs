namespace Orleans.Standin;

/// <summary>A subscription's observer, without the type of its items.</summary>
internal interface IConsumer
{
    Task OnNextAsync(StreamItem item);

    Task OnErrorAsync(Exception exception);
}
