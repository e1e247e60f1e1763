using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>The rules of a star system: what a command makes of its state. Pure.</summary>
internal static class StarSystemRules
{
    public static Decision<StarSystemEvent> Decide(StarSystemState system, StarSystemSight sight, StarSystemCommand command, DateTimeOffset now, StarSystemOptions options) => command switch
    {
        ReportObservation report when sight.SeenLast(system) is null || report.Observation.ObservedAt > sight.SeenLast(system)
            => Decision<StarSystemEvent>.Of(new SystemObserved(report.Observation.ObservedAt, report.Observation)),
        _ => Decision<StarSystemEvent>.Nothing,
    };
}
