namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Which phases of the daily tick explain a change.</summary>
public enum TickPass
{
    /// <summary>Only states changed.</summary>
    State,

    /// <summary>Only influence changed, and no state that moves influence is active.</summary>
    Inf,

    /// <summary>Both changed, or influence did while a state that moves it is active: the phases cannot be told apart.</summary>
    Either,
}
