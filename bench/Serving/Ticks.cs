namespace OrleansGameState.Bench.Serving;

/// <summary>When something was sent and when it was acknowledged; Stopwatch ticks, which processes of one machine share.</summary>
internal sealed record Ticks(long Sent, long Acknowledged);
