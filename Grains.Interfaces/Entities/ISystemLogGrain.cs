namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>Reads a system's whole history. The primary key is the system's name.</summary>
[Alias("ISystemLogGrain")]
public interface ISystemLogGrain : IGrainWithStringKey
{
    /// <summary>
    /// Up to <paramref name="limit"/> events (1 to 1,000) of all entities after a position, in the order of their
    /// commits. What was committed a moment ago may come with the next call: only what nothing can be committed before
    /// any more is told.
    /// </summary>
    [Alias("Read")]
    ValueTask<SystemPage> Read(CommitPosition after, int limit);
}
