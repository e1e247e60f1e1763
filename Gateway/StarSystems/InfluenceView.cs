namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Influence over time.</summary>
/// <param name="SystemAddress">The system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Times">When influence was seen to change, oldest first; the first may be the asked-for beginning, for what held then.</param>
/// <param name="Factions">Strongest first, by the last time.</param>
internal sealed record InfluenceView(long SystemAddress, string Name, IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<InfluenceLineView> Factions);
