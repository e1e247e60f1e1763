namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A faction at risk, and where.</summary>
internal sealed record FactionAtRiskView(
    long SystemAddress,
    string System,
    DateTimeOffset Timestamp,
    string Name,
    decimal NewInf,
    decimal PreviousInf,
    string RetreatState);
