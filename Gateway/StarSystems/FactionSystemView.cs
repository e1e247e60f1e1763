namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A faction's stand in one of its systems.</summary>
internal sealed record FactionSystemView(
    long SystemAddress,
    string System,
    decimal Influence,
    bool IsControlling,
    string State,
    IReadOnlyList<string> ActiveStates,
    IReadOnlyList<string> PendingStates,
    IReadOnlyList<string> RecoveringStates,
    long Population,
    DateTimeOffset ObservedAt);
