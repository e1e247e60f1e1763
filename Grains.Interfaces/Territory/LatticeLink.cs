namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A link of the lattice; it has no direction.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.LatticeLink")]
public readonly record struct LatticeLink(
    [property: Id(0)] int FacilityA,
    [property: Id(1)] int FacilityB);
