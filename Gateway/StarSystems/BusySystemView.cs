namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A system with its activity estimate.</summary>
internal sealed record BusySystemView(long SystemAddress, string System, DateTimeOffset Timestamp, ActivityMessage Activity);
