using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>One feed's leases, of all its worlds.</summary>
internal sealed class WorldLeases(ImmutableSortedDictionary<int, WorldLease> leases) : IWorldLeases
{
    /// <summary>Completes once it is known of every world whether this process holds it.</summary>
    public Task Answered => Task.WhenAll(leases.Values.Select(lease => lease.Answered));

    public int? TermOf(int worldId) => leases.GetValueOrDefault(worldId)?.Term;

    public Task WhenHeld(int worldId, CancellationToken cancellationToken) => leases[worldId].WhenHeld(cancellationToken);

    /// <summary>Completes once this process holds any of them.</summary>
    public Task WhenAnyHeld(CancellationToken cancellationToken) => Task.WhenAny(leases.Values.Select(lease => lease.WhenHeld(cancellationToken)));

    /// <summary>Claims and renews until it is cancelled.</summary>
    public Task Run(CancellationToken stopping) => Task.WhenAll(leases.Values.Select(lease => lease.Run(stopping)));

    public Task Release() => Task.WhenAll(leases.Values.Select(lease => lease.Release()));
}
