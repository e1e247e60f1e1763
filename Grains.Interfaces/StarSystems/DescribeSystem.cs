using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>What observations do not tell of the system.</summary>
/// <param name="IsColony">Founded by players; null where it is not known, which keeps what is known.</param>
/// <param name="NativeFactions">Factions whose home it is; default where that is not known, which keeps what is known.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.DescribeSystem")]
public sealed record DescribeSystem(
    [property: Id(0)] bool? IsColony,
    [property: Id(1)] ImmutableArray<string> NativeFactions) : StarSystemCommand;
