namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A warp tunnel's status.</summary>
public enum TunnelStatus
{
    Active,

    Unstable,

    Degrading,

    /// <summary>Its uses are used up, or the map says so: nobody passes.</summary>
    Collapsed,

    /// <summary>Nobody passes for now.</summary>
    Maintenance,

    /// <summary>Nobody passes yet.</summary>
    Forming,
}
