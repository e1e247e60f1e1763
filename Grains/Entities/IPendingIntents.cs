using System.Collections.Immutable;

namespace OrleansGameState.Grains.Entities;

/// <summary>Which entities still owe something, from the store; scanned so that a crash leaves nothing hanging.</summary>
public interface IPendingIntents
{
    /// <summary>Some of the entities whose last record owes something, as (system, key).</summary>
    ValueTask<ImmutableArray<(string System, string Key)>> FindAsync(int limit, CancellationToken cancellationToken);
}
