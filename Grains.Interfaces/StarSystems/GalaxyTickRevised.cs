using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A tick that was called is seen otherwise now: confirmed, begun earlier, or taken back.</summary>
/// <param name="OccurredAt">When that was seen.</param>
/// <param name="Tick">The tick as it is seen now, under the id it was called with.</param>
/// <param name="Reason">For people.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyTickRevised")]
public sealed record GalaxyTickRevised(
    DateTimeOffset OccurredAt,
    [property: Id(0)] GalaxyTick Tick,
    [property: Id(1)] string Reason) : GalaxyEvent(OccurredAt), IAnnounced;
