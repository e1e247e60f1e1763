using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>Whether a zone is locked: by its warpgates, and earlier by the game's own word.</summary>
internal static class LockRules
{
    /// <summary>
    /// How long after a ContinentLock the warpgates may still tell otherwise: its facilities change hands in a burst
    /// that follows it.
    /// </summary>
    public static readonly TimeSpan Burst = TimeSpan.FromSeconds(30);

    /// <summary>What the warpgates tell: locked by whom; open (None); or null where they don't tell.</summary>
    public static Faction? Verdict(ZoneState zone)
    {
        var owners = (zone.Map?.Regions ?? [])
            .Where(region => region is { IsWarpgate: true, FacilityId: not null })
            .Select(region => zone.Facilities.GetValueOrDefault(region.FacilityId!.Value)?.Owner ?? Faction.None)
            .ToArray();
        return owners.Length < 2 || owners.Contains(Faction.None) ? null
            : owners.Distinct().Count() == 1 ? owners[0]
            : Faction.None;
    }

    /// <summary>The transition that the warpgates show at <paramref name="at"/>; null where there is none.</summary>
    public static ZoneEvent? Judge(ZoneState zone, DateTimeOffset at) => Verdict(zone) switch
    {
        null => null,
        Faction.None when zone.Status == ZoneStatus.Open || InBurst(zone, at) => null,
        Faction.None => new ZoneUnlocked(at, zone.LockedBy, LockCause.Map),
        { } faction when zone.Status == ZoneStatus.Locked && zone.LockedBy == faction => null,
        { } faction => new ZoneLocked(at, faction, LockCause.Map),
    };

    public static Decision<ZoneEvent> Decide(ZoneState zone, ReportContinentLock report)
    {
        var reported = new ContinentLockReported(report.Timestamp, report.TriggeringFaction, report.PreviousFaction, report.Populations, report.MetagameEventId);
        if (zone.LastLock == reported)
        {
            return Decision<ZoneEvent>.Reject("duplicate", "timestamp", $"Zone {zone.ZoneId}: its lock of {report.Timestamp:O} is known.");
        }

        if (zone.LastLock?.OccurredAt > report.Timestamp || (zone.Status == ZoneStatus.Open && zone.StatusSince > report.Timestamp))
        {
            return Decision<ZoneEvent>.Reject("late", "timestamp", $"Zone {zone.ZoneId}: something later than its lock of {report.Timestamp:O} is known.");
        }

        return IsKnown(zone, report)
            ? Decision<ZoneEvent>.Of(reported)
            : Decision<ZoneEvent>.Of(reported, new ZoneLocked(report.Timestamp, report.TriggeringFaction, LockCause.ContinentLock));
    }

    // The message may come after the burst it announces, and may lack the faction that the map has told.
    private static bool IsKnown(ZoneState zone, ReportContinentLock report) =>
        zone.Status == ZoneStatus.Locked
        && (report.TriggeringFaction is null || report.TriggeringFaction == zone.LockedBy)
        && zone.StatusSince is { } since
        && (since - report.Timestamp).Duration() <= Burst;

    private static bool InBurst(ZoneState zone, DateTimeOffset at) =>
        zone is { Status: ZoneStatus.Locked, StatusCause: LockCause.ContinentLock } && at <= zone.StatusSince + Burst;
}
