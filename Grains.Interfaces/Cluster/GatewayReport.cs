namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>What a gateway tells of itself.</summary>
/// <param name="WatchedEntities">Entities that it watches for clients.</param>
/// <param name="Subscribers">Subscriptions of clients.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.GatewayReport")]
public sealed record GatewayReport([property: Id(0)] int WatchedEntities, [property: Id(1)] int Subscribers);
