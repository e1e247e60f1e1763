using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe, and how far its import is.</summary>
/// <param name="Snapshot">The committed state.</param>
/// <param name="Told">How many sectors and tunnels were told of the map by now; 0 where no import is under way.</param>
/// <param name="ToTell">How many there are to be told; 0 where no import is under way.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseStatus")]
public sealed record UniverseStatus(
    [property: Id(0)] Snapshot<UniverseState> Snapshot,
    [property: Id(1)] int Told,
    [property: Id(2)] int ToTell);
