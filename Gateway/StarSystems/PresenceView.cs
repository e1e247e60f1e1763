namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A faction in a system. Influences are 0 to 1; states are the journal's words.</summary>
internal sealed record PresenceView(
    string Name,
    decimal Influence,
    decimal? PreviousInfluence,
    string State,
    string Government,
    string Allegiance,
    string Happiness,
    IReadOnlyList<string> ActiveStates,
    IReadOnlyList<string> PendingStates,
    IReadOnlyList<string> RecoveringStates,
    bool IsNative,
    bool IsControlling);
