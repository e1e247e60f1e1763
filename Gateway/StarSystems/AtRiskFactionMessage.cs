namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A faction that may soon retreat; influences are 0 to 1.</summary>
internal sealed record AtRiskFactionMessage(string Name, decimal NewInf, decimal PreviousInf, string RetreatState);
