using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>From the galaxy's state to what clients see.</summary>
internal static class GalaxyViews
{
    public static GalaxyView Of(GalaxyStatus status) => Of(status.Snapshot, status.Hours, status.Feeds);

    /// <summary>The state alone, without what is only measured.</summary>
    public static GalaxyView Of(Snapshot<GalaxyState> snapshot) =>
        Of(snapshot, snapshot.State.Hours, ImmutableSortedDictionary<string, StarSystemFeedReport>.Empty);

    public static GalaxyTickView Of(GalaxyTick tick) =>
        new(tick.Id, tick.StartedAt, tick.DetectedAt, tick.Confidence, tick.Standing, tick.Systems, FeedMessages.Of(tick.First));

    public static HourView Of(HourTally hour) => new(
        hour.Hour,
        hour.SystemTicks,
        hour.StateChanges,
        [.. hour.Busiest.Select(busy => new BusySystemView(busy.SystemAddress, busy.System, busy.Timestamp, FeedMessages.Of(busy.Activity)))],
        [.. hour.AtRisk.Select(Of)]);

    /// <summary>The last tick that was not taken back; null where there is none.</summary>
    public static GalaxyTick? Last(GalaxyState galaxy) => galaxy.Ticks.LastOrDefault(tick => tick.Standing != GalaxyTickStanding.Withdrawn);

    private static GalaxyView Of(
        Snapshot<GalaxyState> snapshot,
        ImmutableArray<HourTally> hours,
        ImmutableSortedDictionary<string, StarSystemFeedReport> reports)
    {
        var galaxy = snapshot.State;
        return new(
            snapshot.Sequence,
            snapshot.AsOf,
            Last(galaxy) is { } last ? Of(last) : null,
            galaxy.OverdueSince,
            [.. galaxy.Ticks.Select(Of)],
            [.. hours.Select(Of)],
            [.. reports.Keys.Union(galaxy.Troubles.Keys).Order(StringComparer.Ordinal).Select(feed =>
                Feed(feed, reports.GetValueOrDefault(feed), galaxy.Troubles.GetValueOrDefault(feed)))]);
    }

    private static GalaxyFeedView Feed(string feed, StarSystemFeedReport? report, FeedTrouble? trouble) => new(
        feed,
        report?.Mode,
        trouble?.Since,
        trouble?.Reason,
        report?.LastFrameAt,
        report?.LastAcceptedAt,
        report?.LastHeartbeatAt,
        report?.EventsPerMinute ?? 0,
        report?.Accepted ?? 0,
        report?.Reconnects ?? 0,
        report?.Refusals ?? ImmutableSortedDictionary<string, long>.Empty);

    private static FactionAtRiskView Of(FactionAtRisk risk) => new(
        risk.SystemAddress,
        risk.System,
        risk.Timestamp,
        risk.Faction.Name,
        FeedMessages.Plain(risk.Faction.NewInf),
        FeedMessages.Plain(risk.Faction.PreviousInf),
        risk.Faction.RetreatState);
}
