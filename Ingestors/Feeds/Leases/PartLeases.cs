using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>One feed's leases, of all its parts.</summary>
internal sealed class PartLeases(ImmutableSortedDictionary<string, PartLease> leases) : IPartLeases
{
    /// <summary>Completes once it is known of every part whether this process holds it.</summary>
    public Task Answered => Task.WhenAll(leases.Values.Select(lease => lease.Answered));

    public int? TermOf(string part) => leases.GetValueOrDefault(part)?.Term;

    public Task WhenHeld(string part, CancellationToken cancellationToken) => leases[part].WhenHeld(cancellationToken);

    /// <summary>Completes once this process holds any of them.</summary>
    public Task WhenAnyHeld(CancellationToken cancellationToken) => Task.WhenAny(leases.Values.Select(lease => lease.WhenHeld(cancellationToken)));

    /// <summary>Claims and renews until it is cancelled.</summary>
    public Task Run(CancellationToken stopping) => Task.WhenAll(leases.Values.Select(lease => lease.Run(stopping)));

    public Task Release() => Task.WhenAll(leases.Values.Select(lease => lease.Release()));
}
