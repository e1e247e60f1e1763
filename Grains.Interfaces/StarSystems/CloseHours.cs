using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Hours that are over are counted up.</summary>
/// <param name="Tallies">One an hour; one that was told already changes nothing.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.CloseHours")]
public sealed record CloseHours([property: Id(0)] ImmutableArray<HourTally> Tallies) : GalaxyCommand;
