using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Bench.Stars;

/// <summary>All leases, held from the beginning: nobody else is there.</summary>
internal sealed class HeldLeases : IPartLeases
{
    public int? TermOf(string part) => 1;

    public Task WhenHeld(string part, CancellationToken cancellationToken) => Task.CompletedTask;
}
