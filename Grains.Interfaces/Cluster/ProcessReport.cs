using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>What a process tells of itself.</summary>
/// <param name="Process">A name that no other process has.</param>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">Its number there.</param>
/// <param name="Roles">Some of <c>silo</c>, <c>gateway</c>, <c>ingestors</c>.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="CpuPercent">Of all the machine's processors, since its last report; 0 to 100.</param>
/// <param name="MemoryBytes">What it has in memory.</param>
/// <param name="Silo">What it does as a silo; null where it is none.</param>
/// <param name="Gateway">What it does as a gateway; null where it is none.</param>
/// <param name="Feeds">The feeds that it follows.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.ProcessReport")]
public sealed record ProcessReport(
    [property: Id(0)] string Process,
    [property: Id(1)] string Host,
    [property: Id(2)] int ProcessId,
    [property: Id(3)] ImmutableArray<string> Roles,
    [property: Id(4)] DateTimeOffset StartedAt,
    [property: Id(5)] double CpuPercent,
    [property: Id(6)] long MemoryBytes,
    [property: Id(7)] SiloReport? Silo,
    [property: Id(8)] GatewayReport? Gateway,
    [property: Id(9)] ImmutableArray<FeedStandingReport> Feeds);
