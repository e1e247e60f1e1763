using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>The alert that is running on a zone.</summary>
internal sealed record AlertView(int MetagameEventId, long? InstanceId, AlertState State, DateTimeOffset StartedAt, DateTimeOffset ChangedAt);
