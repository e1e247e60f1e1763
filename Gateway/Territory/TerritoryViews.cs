using System.Globalization;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>From the grains' state to what clients see.</summary>
internal static class TerritoryViews
{
    private static readonly Faction[] Empires = [Faction.VanuSovereignty, Faction.NewConglomerate, Faction.TerranRepublic];

    public static ZoneView Of(Snapshot<ZoneState> snapshot)
    {
        var zone = snapshot.State;
        return new(
            zone.WorldId,
            zone.ZoneId,
            Name(zone.Map?.Name, "Zone", zone.ZoneId),
            zone.Status,
            zone.LockedBy,
            zone.StatusSince,
            snapshot.Sequence,
            snapshot.AsOf,
            zone.Map?.Version,
            Facilities(zone),
            [.. (zone.Map?.Links ?? []).Select(link => new[] { link.FacilityA, link.FacilityB })],
            [.. TerritoryControl.Of(zone).Select(held => new ControlView(held.Faction, held.Facilities, held.Percent, held.ConnectedFacilities, held.ConnectedPercent))],
            zone.RunningAlert is { } alert ? new(alert.MetagameEventId, alert.InstanceId, alert.State, alert.StartedAt, alert.ChangedAt) : null,
            zone.LastLock is { } last ? new(last.OccurredAt, last.TriggeringFaction, last.PreviousFaction, last.Populations, last.MetagameEventId) : null);
    }

    public static WorldView Of(WorldStatus status) => Of(status.Snapshot) with
    {
        CapturesLastHour = Captures(status).ToDictionary(pair => ((int)pair.Faction).ToString(CultureInfo.InvariantCulture), pair => pair.Captures),
        Feed = status.Feed is { } feed ? Feed(feed) : null,
    };

    /// <summary>The state alone, without what is only measured.</summary>
    public static WorldView Of(Snapshot<WorldState> snapshot)
    {
        var world = snapshot.State;
        return new(
            world.WorldId,
            Name(world.Name, "World", world.WorldId),
            world.Online,
            snapshot.Sequence,
            snapshot.AsOf,
            world.DegradedSince,
            world.DegradedSince is null ? null : world.DegradedReason,
            [.. world.Zones.Values.Select(zone => new ZoneSummaryView(zone.ZoneId, Name(zone.Name, "Zone", zone.ZoneId), zone.Status, zone.LockedBy, zone.Since))],
            null,
            null);
    }

    /// <summary>Captures of the three empires always, of others where there are some.</summary>
    public static IEnumerable<(Faction Faction, int Captures)> Captures(WorldStatus status) =>
        from faction in Empires.Union(status.CapturesLastHour.Keys).Order()
        select (faction, status.CapturesLastHour.GetValueOrDefault(faction));

    public static string Name(string? name, string kind, long id) =>
        string.IsNullOrEmpty(name) ? string.Create(CultureInfo.InvariantCulture, $"{kind} {id}") : name;

    public static FeedView Feed(FeedReport feed) => new(
        feed.Mode,
        feed.LastFrameAt,
        feed.LastAcceptedAt,
        feed.EventsPerMinute,
        feed.Accepted,
        feed.Reconnects,
        feed.LastPollAt,
        feed.Refusals);

    // Every facility of the map, then those heard of that the map lacks.
    private static List<FacilityView> Facilities(ZoneState zone)
    {
        var views = new List<FacilityView>();
        var mapped = new HashSet<int>();
        foreach (var region in zone.Map?.Regions ?? [])
        {
            if (region.FacilityId is { } id && mapped.Add(id))
            {
                views.Add(Facility(id, region, zone.Facilities.GetValueOrDefault(id)));
            }
        }

        views.AddRange(zone.Facilities.Where(pair => !mapped.Contains(pair.Key)).Select(pair => Facility(pair.Key, null, pair.Value)));
        return views;
    }

    private static FacilityView Facility(int id, MapRegion? region, FacilityState? state) => new(
        id,
        region?.RegionId,
        Name(region?.Name, "Facility", id),
        region?.Type,
        region?.X,
        region?.Z,
        state?.Owner,
        state?.OutfitId,
        state?.CapturedAt,
        state?.UncertaintySeconds ?? 0,
        state?.Source,
        [.. (state?.Participants ?? []).Select(character => character.ToString(CultureInfo.InvariantCulture))]);
}
