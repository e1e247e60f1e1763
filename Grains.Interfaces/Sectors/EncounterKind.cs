namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Kinds of encounters.</summary>
public enum EncounterKind
{
    Players,

    SectorHazard,

    Drones,
}
