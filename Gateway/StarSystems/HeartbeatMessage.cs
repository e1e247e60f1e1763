namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The publisher lives. The last galaxy tick's start is null where none is known.</summary>
internal sealed record HeartbeatMessage(string Status, string Timestamp, string? LastGalaxyTick, string Version, string Info);
