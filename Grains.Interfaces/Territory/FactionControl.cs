namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>How much of a zone a faction holds.</summary>
/// <param name="Faction">The faction.</param>
/// <param name="Facilities">Facilities held, warpgates left out.</param>
/// <param name="Percent">Of all the zone's facilities but its warpgates; 0 to 100.</param>
/// <param name="ConnectedFacilities">Those of them that the lattice links to the faction's own warpgate through its own facilities.</param>
/// <param name="ConnectedPercent">The same in percent; null where the zone's lattice is not known.</param>
public sealed record FactionControl(
    Faction Faction,
    int Facilities,
    double Percent,
    int ConnectedFacilities,
    double? ConnectedPercent);
