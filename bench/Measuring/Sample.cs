namespace OrleansGameState.Bench.Measuring;

/// <summary>One side's measurement in one round.</summary>
/// <param name="PerSecond">Operations a second.</param>
/// <param name="ServerMicros">CPU time of the serving process per operation, in µs. Unlike a rate, it hardly depends on what else the machine does.</param>
/// <param name="ClientMicros">CPU time of the load's process per operation, in µs; 0 where all is one process.</param>
internal readonly record struct Sample(double PerSecond, double ServerMicros, double ClientMicros);
