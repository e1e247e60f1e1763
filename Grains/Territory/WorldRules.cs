using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>The rules of a world. Only transitions are events.</summary>
internal static class WorldRules
{
    public static Decision<WorldEvent> Decide(WorldState world, WorldCommand command, DateTimeOffset now) => command switch
    {
        DescribeWorld describe => describe.Name == world.Name
            ? Decision<WorldEvent>.Nothing
            : Storable(describe.Name, "name", $"World {world.WorldId}'s name", new WorldDescribed(now, describe.Name)),
        ReportOnline report => report.Online == world.Online ? Decision<WorldEvent>.Nothing : Of(new WorldOnlineChanged(report.At, report.Online)),
        ReportFeedHealth { Healthy: true } report => world.DegradedSince is null ? Decision<WorldEvent>.Nothing : Of(new FeedRecovered(report.Since)),
        ReportFeedHealth report => world.DegradedSince is null
            ? Storable(report.Reason, "reason", $"Why world {world.WorldId}'s feed is degraded", new FeedDegraded(report.Since, report.Reason))
            : Decision<WorldEvent>.Nothing,
        _ => throw new ArgumentException($"{command.GetType()} is not a command of a world.", nameof(command)),
    };

    /// <summary>What a zone told: a repeat, or what the world knows already, changes nothing.</summary>
    public static Decision<WorldEvent> Decide(WorldState world, EntityEvent told) => told switch
    {
        ZoneReported e when world.Zones.GetValueOrDefault(e.Zone.ZoneId) != e.Zone => Of(e),
        ZoneRemoved e when world.Zones.ContainsKey(e.ZoneId) => Of(e),
        _ => Decision<WorldEvent>.Nothing,
    };

    /// <summary>What a zone owes its world for an event: its summary where that changed, or that it retired.</summary>
    public static EntityEvent? OwedBy(ZoneState before, ZoneState after, ZoneEvent @event)
    {
        if (@event is ZoneRetired)
        {
            return new ZoneRemoved(@event.OccurredAt, after.ZoneId);
        }

        var summary = Summary(after);
        return summary != Summary(before) || before.Retired || IsNew(before) ? new ZoneReported(@event.OccurredAt, summary) : null;
    }

    private static ZoneSummary Summary(ZoneState zone) =>
        new(zone.ZoneId, zone.Map?.Name ?? "", zone.Status, zone.LockedBy, zone.StatusSince);

    private static bool IsNew(ZoneState zone) =>
        zone is { Map: null, Facilities.IsEmpty: true, LastLock: null, LastAlert: null, StatusSince: null };

    private static Decision<WorldEvent> Storable(string text, string field, string where, WorldEvent @event) =>
        JsonText.Refuse(text, field, where) is { } refusal ? new([], [refusal]) : Of(@event);

    private static Decision<WorldEvent> Of(WorldEvent @event) => Decision<WorldEvent>.Of(@event);
}
