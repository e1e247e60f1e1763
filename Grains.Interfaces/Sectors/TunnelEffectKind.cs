namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What can happen on the way through a tunnel.</summary>
public enum TunnelEffectKind
{
    /// <summary>Of a stability under 0.5.</summary>
    RadiationExposure,

    /// <summary>Of a tunnel that is QUANTUM or UNSTABLE, with a stability under 0.7.</summary>
    SpacetimeAnomaly,

    /// <summary>Three uses or fewer are left.</summary>
    TunnelDegradation,

    /// <summary>This was the last use.</summary>
    TunnelCollapse,
}
