namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>How far an import is.</summary>
public enum ImportPhase
{
    /// <summary>The sectors are being told of the map.</summary>
    Running,

    /// <summary>All were told.</summary>
    Done,
}
