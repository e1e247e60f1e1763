namespace OrleansGameState.Gateway.Cluster;

/// <summary>A silo's store and its commit queue.</summary>
/// <param name="Mode"><c>memory</c>, <c>embedded</c>, <c>server</c>, or <c>orleans</c> for Orleans' own storage.</param>
/// <param name="Waiting">Writes that wait or are under way.</param>
/// <param name="OldestSeconds">How long the first that no transaction has taken up has waited.</param>
/// <param name="PerSecond">Writes that were committed.</param>
/// <param name="FailingSince">Since when it takes none; null while it does.</param>
internal sealed record StoreView(string Mode, int Waiting, double OldestSeconds, double PerSecond, DateTimeOffset? FailingSince);
