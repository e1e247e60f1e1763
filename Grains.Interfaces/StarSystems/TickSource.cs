namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Where a tick was told from.</summary>
public enum TickSource
{
    /// <summary>From observations, by the rules here.</summary>
    Observed,

    /// <summary>By another detector, whose word is passed on.</summary>
    Relayed,
}
