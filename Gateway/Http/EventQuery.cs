namespace OrleansGameState.Gateway.Http;

/// <summary>A page of a history: after a sequence, and of what was committed from one instant on and before another.</summary>
internal readonly record struct EventQuery(DateTimeOffset? From, DateTimeOffset? To, long After, int Limit);
