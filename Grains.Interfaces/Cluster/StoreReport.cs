namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>How a silo's store does.</summary>
/// <param name="Mode"><c>memory</c>, <c>embedded</c>, <c>server</c>, or <c>orleans</c> for Orleans' own storage.</param>
/// <param name="Waiting">Writes that wait or are under way.</param>
/// <param name="Oldest">How long the first that no transaction has taken up has waited; zero where there is none.</param>
/// <param name="PerSecond">Writes that were committed, since the last report.</param>
/// <param name="FailingSince">Since when the store takes none; null while it does.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.StoreReport")]
public sealed record StoreReport(
    [property: Id(0)] string Mode,
    [property: Id(1)] int Waiting,
    [property: Id(2)] TimeSpan Oldest,
    [property: Id(3)] double PerSecond,
    [property: Id(4)] DateTimeOffset? FailingSince);
