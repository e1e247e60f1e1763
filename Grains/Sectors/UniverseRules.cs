using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>The rules of a universe. Pure.</summary>
internal static class UniverseRules
{
    /// <summary>What the map told: a newer one than the last begins an import.</summary>
    public static Decision<UniverseEvent> Take(UniverseState universe, EntityEvent told) =>
        told is ImportBegan began && began.Version > (universe.Import?.Version ?? 0) ? Decision<UniverseEvent>.Of(began) : Decision<UniverseEvent>.Nothing;

    /// <summary>All were told of a map.</summary>
    public static Decision<UniverseEvent> Finish(UniverseState universe, long version, DateTimeOffset now) =>
        universe.Import is { Phase: ImportPhase.Running } import && import.Version == version
            ? Decision<UniverseEvent>.Of(new ImportFinished(now, version))
            : Decision<UniverseEvent>.Nothing;
}
