using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>A zone as its world knows it.</summary>
internal sealed record ZoneSummaryView(uint ZoneId, string Name, ZoneStatus Status, Faction? LockedBy, DateTimeOffset? Since);
