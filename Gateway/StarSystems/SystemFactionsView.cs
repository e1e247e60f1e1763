namespace OrleansGameState.Gateway.StarSystems;

/// <summary>All factions of a system in one answer.</summary>
internal sealed record SystemFactionsView(long SystemAddress, string Name, DateTimeOffset? ObservedAt, IReadOnlyList<PresenceView> Factions);
