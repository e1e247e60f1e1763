namespace OrleansGameState.Gateway.Cluster;

/// <summary>A process of the cluster.</summary>
/// <param name="Process">A name that no other has.</param>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">Its number there.</param>
/// <param name="Roles">Some of <c>silo</c>, <c>gateway</c>, <c>ingestors</c>.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="CpuPercent">Of all its machine's processors; 0 to 100.</param>
/// <param name="MemoryBytes">What it has in memory.</param>
/// <param name="ToldSecondsAgo">When it last told of itself.</param>
/// <param name="IsSilent">It should have told again.</param>
/// <param name="WatchedEntities">Of a gateway: entities that it watches for clients.</param>
/// <param name="Subscribers">Of a gateway: subscriptions of clients.</param>
internal sealed record ProcessView(
    string Process,
    string Host,
    int ProcessId,
    IReadOnlyList<string> Roles,
    DateTimeOffset StartedAt,
    double CpuPercent,
    long MemoryBytes,
    double ToldSecondsAgo,
    bool IsSilent,
    int? WatchedEntities,
    int? Subscribers);
