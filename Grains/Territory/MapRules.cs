using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>The REST map, which restores what the event stream lost; and the static data it is read with.</summary>
internal static class MapRules
{
    public static Decision<ZoneEvent> Decide(ZoneState zone, LearnMap learn)
    {
        if (zone.Map?.Digest == learn.Map.Digest)
        {
            return Decision<ZoneEvent>.Nothing;
        }

        var refusal = JsonText.Refuse(learn.Map.Name, "map.name", $"Zone {zone.ZoneId}'s name")
            ?? JsonText.Refuse(learn.Map.Digest, "map.digest", $"The digest of zone {zone.ZoneId}'s map");
        if (refusal is not null)
        {
            return new([], [refusal]);
        }

        // A region that cannot be stored costs the others nothing; the map without it goes by the digest it came with.
        ImmutableArray<Rejection> refused = [.. learn.Map.Regions.Select(Refuse).OfType<Rejection>()];
        var map = refused.IsEmpty ? learn.Map : learn.Map with { Regions = [.. learn.Map.Regions.Where(region => Refuse(region) is null)] };
        return new([new ZoneMapChanged(new(map.Version.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), map)], refused);
    }

    public static Decision<ZoneEvent> Decide(ZoneState zone, ZoneSight sight, ReportMap poll)
    {
        if (zone.Map is null)
        {
            return Decision<ZoneEvent>.Reject("map-unknown", "owners", $"Zone {zone.ZoneId}: its regions were not read yet.");
        }

        if (poll.Owners.IsEmpty)
        {
            return Decision<ZoneEvent>.Reject("empty-map", "owners", $"Zone {zone.ZoneId}: the map has no regions.");
        }

        var facilities = FacilitiesByRegion(zone.Map);
        var events = ImmutableArray.CreateBuilder<ZoneEvent>();
        var rejections = ImmutableArray.CreateBuilder<Rejection>();
        foreach (var owner in poll.Owners)
        {
            if (!facilities.TryGetValue(owner.RegionId, out var id))
            {
                rejections.Add(new("unknown-region", "regionId", $"Zone {zone.ZoneId} ({zone.Map.Name}) has no region {owner.RegionId}."));
            }
            else if (id is { } facilityId && Compare(zone, sight, poll, facilityId, owner.Faction) is { } change)
            {
                events.Add(change);
            }
        }

        return new(events.ToImmutable(), rejections.ToImmutable());
    }

    /// <summary>The latest instant that a poll can know of.</summary>
    public static DateTimeOffset SpeaksOf(ReportMap poll) => poll.RequestedAt.AddSeconds(-poll.CacheLagSeconds);

    public static FrozenDictionary<int, int?> FacilitiesByRegion(ZoneMap map) => Regions.GetValue(
        map, static map => map.Regions.DistinctBy(region => region.RegionId).ToFrozenDictionary(region => region.RegionId, region => region.FacilityId));

    private static readonly ConditionalWeakTable<ZoneMap, FrozenDictionary<int, int?>> Regions = [];

    private static Rejection? Refuse(MapRegion region) =>
        JsonText.Refuse(region.Name, "map.regions.name", $"Region {region.RegionId}'s name")
        ?? JsonText.Refuse(region.Type, "map.regions.type", $"Region {region.RegionId}'s type");

    private static ZoneEvent? Compare(ZoneState zone, ZoneSight sight, ReportMap poll, int facilityId, Faction owner)
    {
        var speaksOf = SpeaksOf(poll);
        if (!zone.Facilities.TryGetValue(facilityId, out var facility))
        {
            return new FacilityOwnerLearned(poll.RequestedAt, facilityId, owner, speaksOf);
        }

        var known = FactRank.Max(facility.Rank, sight.RankOf(facilityId));
        return facility.Owner == owner || FactRank.Poll(speaksOf) <= known
            ? null
            : new FacilityCaptured(poll.RequestedAt, facilityId, facility.Owner, owner, null, ChangeSource.MapPoll, speaksOf, poll.UncertaintySeconds, null, [], false);
    }
}
