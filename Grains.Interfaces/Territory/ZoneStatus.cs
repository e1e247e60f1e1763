namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Whether a continent can be fought over. Unknown until its warpgates' owners are known, or where it has fewer than two.</summary>
public enum ZoneStatus
{
    Unknown = 0,
    Open = 1,
    Locked = 2,
}
