namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>How a sector is left.</summary>
public enum MoveVia
{
    /// <summary>By a direct warp to a neighbour.</summary>
    Warp,

    /// <summary>Through a warp tunnel.</summary>
    Tunnel,
}
