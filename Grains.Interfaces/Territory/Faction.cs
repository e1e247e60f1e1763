namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The game's factions, with its own numbers. <see cref="None"/> is nobody, as of a facility never taken.</summary>
public enum Faction
{
    None = 0,
    VanuSovereignty = 1,
    NewConglomerate = 2,
    TerranRepublic = 3,
    NsOperatives = 4,
}
