namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>How long a method's calls took in the last minute, from their start in the grain to their end.</summary>
/// <param name="Grain">The grain's class.</param>
/// <param name="Method">The method.</param>
/// <param name="Calls">How many ended; about, where there were very many.</param>
/// <param name="Failures">How many of them with an exception.</param>
/// <param name="Mean">On average.</param>
/// <param name="P99">99 of 100 took no longer than this, give or take a tenth.</param>
/// <param name="Max">The longest of those that were timed.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.MethodReport")]
public sealed record MethodReport(
    [property: Id(0)] string Grain,
    [property: Id(1)] string Method,
    [property: Id(2)] long Calls,
    [property: Id(3)] long Failures,
    [property: Id(4)] TimeSpan Mean,
    [property: Id(5)] TimeSpan P99,
    [property: Id(6)] TimeSpan Max);
