using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>What observations do not tell of the system was learned.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="IsColony">Founded by players; null where it is not known.</param>
/// <param name="NativeFactions">Factions whose home it is, in ordinal order.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.SystemDescribed")]
public sealed record SystemDescribed(
    DateTimeOffset OccurredAt,
    [property: Id(0)] bool? IsColony,
    [property: Id(1)] ImmutableArray<string> NativeFactions) : StarSystemEvent(OccurredAt);
