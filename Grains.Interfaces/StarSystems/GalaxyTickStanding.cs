namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>How sure it is that a galaxy tick was one.</summary>
public enum GalaxyTickStanding
{
    /// <summary>Called, and may still be taken back.</summary>
    Doubtful,

    /// <summary>Enough systems bear it out.</summary>
    Confirmed,

    /// <summary>Taken back: what followed did not bear it out.</summary>
    Withdrawn,
}
