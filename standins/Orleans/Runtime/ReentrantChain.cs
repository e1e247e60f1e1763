namespace Orleans.Standin;

/// <summary>A chain of calls that may come back to the grain that began it.</summary>
internal sealed class ReentrantChain(Guid id)
{
    internal static readonly AsyncLocal<ReentrantChain?> Flowing = new();

    internal Guid Id { get; } = id;
}
