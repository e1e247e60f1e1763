namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A faction's influence, one value for each time; null while it was not there or not told.</summary>
internal sealed record InfluenceLineView(string Name, IReadOnlyList<decimal?> Influence);
