namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>How much something threatens a player.</summary>
public enum ThreatLevel
{
    /// <summary>As those met are minded.</summary>
    Varies,

    Low,

    Medium,

    High,
}
