using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// The rules of a star system: what a command makes of its state. Pure; deciding twice on the same input changes nothing
/// the second time, and observations in any order end in what the latest of them told.
/// </summary>
internal static class StarSystemRules
{
    /// <summary>Times further ahead of the clock than this are junk.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromMinutes(5);

    public static Decision<StarSystemEvent> Decide(
        StarSystemState system,
        StarSystemSight sight,
        StarSystemCommand command,
        DateTimeOffset now,
        StarSystemOptions options) => command switch
    {
        ReportObservation report => ObservationRules.Decide(system, sight, report.Observation, now, options),
        ReportSystemTick report => RelayRules.Decide(system, report.Tick, now),
        ReportFactionChanges report => RelayRules.Decide(system, report.Changes, now),
        ReportExpansion report => RelayRules.Decide(system, report.Expansion, now),
        DescribeSystem describe => Describe(system, describe, now),
        _ => throw new ArgumentException($"{command.GetType()} is not a command of a star system.", nameof(command)),
    };

    /// <summary>What a time is refused with that is ahead of the clock; null where it is not.</summary>
    public static Rejection? RefuseFuture(DateTimeOffset time, string field, DateTimeOffset now) =>
        time > now + FutureTolerance ? new("future", field, $"{time:O} is ahead of the clock, {now:O}.") : null;

    private static Decision<StarSystemEvent> Describe(StarSystemState system, DescribeSystem describe, DateTimeOffset now)
    {
        var natives = describe.NativeFactions.IsDefault
            ? system.NativeFactions
            : [.. describe.NativeFactions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var isColony = describe.IsColony ?? system.IsColony;
        if (isColony == system.IsColony && natives.AsSpan().SequenceEqual(system.NativeFactions.AsSpan()))
        {
            return Decision<StarSystemEvent>.Nothing;
        }

        return natives.Select(name => Names.Refuse(name, "nativeFactions", "A native faction's name")).FirstOrDefault(refusal => refusal is not null) is { } refused
            ? new([], [refused])
            : Decision<StarSystemEvent>.Of(new SystemDescribed(now, isColony, natives));
    }
}
