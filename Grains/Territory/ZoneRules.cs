using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>
/// The rules of a zone: what a command makes of its state. Pure; deciding twice on the same input changes nothing the
/// second time, and facts in any order end in the same ownership (<see cref="FactRank"/>).
/// </summary>
internal static class ZoneRules
{
    /// <summary>Times further ahead of the clock than this are junk.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromSeconds(3);

    /// <summary>An instance of a dynamic zone retires after this long without a word.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    public static Decision<ZoneEvent> Decide(ZoneState zone, ZoneSight sight, ZoneCommand command, DateTimeOffset now) =>
        TimeOf(command) is { } time && time > now + FutureTolerance
            ? Decision<ZoneEvent>.Reject("future", command is ReportMap ? "requestedAt" : "timestamp", $"{time:O} is ahead of the clock, {now:O}.")
            : WithLock(zone, command, command switch
            {
                LearnMap learn => MapRules.Decide(zone, learn),
                ReportMap poll => MapRules.Decide(zone, sight, poll),
                ReportFacilityControl control => FacilityControlRules.Decide(zone, sight, control),
                ReportPlayerCaptures captures => PlayerCaptureRules.Decide(zone, sight, captures),
                ReportContinentLock continentLock => LockRules.Decide(zone, continentLock),
                ReportMetagameEvent metagame => AlertRules.Decide(zone, metagame),
                RetireIfSilent silent => Retire(zone, silent, now),
                _ => throw new ArgumentException($"{command.GetType()} is not a command of a zone.", nameof(command)),
            });

    private static DateTimeOffset? TimeOf(ZoneCommand command) => command switch
    {
        ReportMap poll => poll.RequestedAt,
        ReportFacilityControl control => control.Timestamp,
        ReportPlayerCaptures captures => captures.Timestamp,
        ReportContinentLock continentLock => continentLock.Timestamp,
        ReportMetagameEvent metagame => metagame.Timestamp,
        _ => null,
    };

    // Whenever the map was heard of, the warpgates are looked at: what they tell may have become decidable only now.
    private static Decision<ZoneEvent> WithLock(ZoneState zone, ZoneCommand command, Decision<ZoneEvent> decision)
    {
        if (command is not (LearnMap or ReportMap or ReportFacilityControl or ReportPlayerCaptures))
        {
            return decision;
        }

        var after = decision.Events.Aggregate(zone, (state, @event) => state.Apply(@event));
        var at = TimeOf(command) ?? zone.Facilities.Values.Max(facility => (DateTimeOffset?)facility.Rank.At);
        return at is { } time && LockRules.Judge(after, time) is { } transition
            ? decision with { Events = decision.Events.Add(transition) }
            : decision;
    }

    private static Decision<ZoneEvent> Retire(ZoneState zone, RetireIfSilent silent, DateTimeOffset now) =>
        ZoneIds.IsDynamicInstance(zone.ZoneId) && !zone.Retired && now - silent.LastHeard >= Silence
            ? Decision<ZoneEvent>.Of(new ZoneRetired(silent.LastHeard))
            : Decision<ZoneEvent>.Nothing;
}
