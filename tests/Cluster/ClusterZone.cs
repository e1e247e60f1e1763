using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Cluster;

/// <summary>A zone that the load is about.</summary>
internal sealed record ClusterZone(int World, uint Zone)
{
    public string Key => TerritoryKeys.Zone(World, Zone);

    public override string ToString() => $"{World}/{Zone}";
}
