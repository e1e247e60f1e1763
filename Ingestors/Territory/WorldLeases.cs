using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>The leases of this feed, whose parts are worlds.</summary>
internal sealed class WorldLeases(PartLeases leases) : IWorldLeases
{
    public int? TermOf(int worldId) => leases.TermOf(WorldParts.Of(worldId));

    public Task WhenHeld(int worldId, CancellationToken cancellationToken) => leases.WhenHeld(WorldParts.Of(worldId), cancellationToken);
}
