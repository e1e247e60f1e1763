using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A world (game server): its zones, whether it is online, and whether its feed can be trusted.</summary>
/// <param name="WorldId">The game's id.</param>
/// <param name="Name">Empty until it was read.</param>
/// <param name="Online">Null until the push service told.</param>
/// <param name="DegradedSince">Null while the feed is healthy.</param>
/// <param name="DegradedReason">Empty while the feed is healthy.</param>
/// <param name="Zones">By zone id.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldState")]
public sealed record WorldState(
    [property: Id(0)] int WorldId,
    [property: Id(1)] string Name,
    [property: Id(2)] bool? Online,
    [property: Id(3)] DateTimeOffset? DegradedSince,
    [property: Id(4)] string DegradedReason,
    [property: Id(5)] ImmutableSortedDictionary<uint, ZoneSummary> Zones) : IEntityState<WorldState, WorldEvent>
{
    public static WorldState Initial(string key) => TerritoryKeys.TryParseWorld(key, out var worldId)
        ? new(worldId, "", null, null, "", ImmutableSortedDictionary<uint, ZoneSummary>.Empty)
        : throw new ArgumentException($"'{key}' is not a world's key; one reads ps2/{{world}}.", nameof(key));

    public WorldState Apply(WorldEvent @event) => @event switch
    {
        WorldDescribed e => this with { Name = e.Name },
        WorldOnlineChanged e => this with { Online = e.Online },
        FeedDegraded e => this with { DegradedSince = e.OccurredAt, DegradedReason = e.Reason },
        FeedRecovered => this with { DegradedSince = null, DegradedReason = "" },
        ZoneReported e => this with { Zones = Zones.SetItem(e.Zone.ZoneId, e.Zone) },
        ZoneRemoved e => this with { Zones = Zones.Remove(e.ZoneId) },
        _ => this,
    };
}
