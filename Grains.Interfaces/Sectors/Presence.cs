using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Who is where in a universe at one instant: each player in space once.</summary>
/// <param name="At">The instant, or a little before: whatever was acknowledged before the call is in it.</param>
/// <param name="Players">The players, by id.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Presence")]
public sealed record Presence([property: Id(0)] DateTimeOffset At, [property: Id(1)] ImmutableArray<Whereabouts> Players);
