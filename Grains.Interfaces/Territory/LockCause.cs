namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>What told of a zone's lock or unlock.</summary>
public enum LockCause
{
    /// <summary>The owners of the warpgates.</summary>
    Map = 1,

    /// <summary>The game's ContinentLock message, which comes earlier.</summary>
    ContinentLock = 2,
}
