using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>Alerts (metagame events): the last one is kept, running or not.</summary>
internal static class AlertRules
{
    public static Decision<ZoneEvent> Decide(ZoneState zone, ReportMetagameEvent report)
    {
        if (zone.LastAlert is { } last)
        {
            if (last.ChangedAt > report.Timestamp)
            {
                return Decision<ZoneEvent>.Reject("late", "timestamp", $"Zone {zone.ZoneId}: something later than the alert of {report.Timestamp:O} is known.");
            }

            if (last.ChangedAt == report.Timestamp && last.MetagameEventId == report.MetagameEventId
                && last.InstanceId == report.InstanceId && last.State == report.State)
            {
                return Decision<ZoneEvent>.Reject("duplicate", "timestamp", $"Zone {zone.ZoneId}: this alert's change of {report.Timestamp:O} is known.");
            }
        }

        return Decision<ZoneEvent>.Of(new AlertChanged(report.Timestamp, report.MetagameEventId, report.State, report.InstanceId));
    }
}
