using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Sees to it that every zone has its map before it is told anything that needs one.</summary>
internal sealed class MapBook(TerritorySettings settings, ITerritoryTarget target)
{
    private readonly Dictionary<(int WorldId, uint ZoneId), string> _told = [];
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<uint, ZoneMap?> _maps = [];

    public StaticData Data { get; private set; } = StaticData.Nothing;

    /// <summary>True where the static data says that there is no such zone.</summary>
    public bool Denies(uint zoneId) => Data.Zones is { } zones && !zones.ContainsKey(ZoneIds.DefinitionOf(zoneId)) && MapOf(zoneId) is null;

    /// <summary>Takes a static collection. Zones that are there already learn of it at once.</summary>
    public async ValueTask Learn(RestAnswer answer, CancellationToken cancellationToken)
    {
        Data = Data.With(answer);
        _maps.Clear();
        foreach (var (worldId, name) in Data.Worlds?.Where(world => settings.Worlds.Contains(world.Key)) ?? [])
        {
            await Describe(worldId, name, cancellationToken);
        }

        if (!Data.HasMaps)
        {
            return;
        }

        var listed = Data.Worlds?.Keys.Where(settings.Worlds.Contains) ?? settings.Worlds;
        var zones = listed.SelectMany(worldId => settings.Zones.Select(zoneId => (worldId, zoneId))).Union(_told.Keys).ToArray();
        foreach (var (worldId, zoneId) in zones)
        {
            await Ensure(worldId, zoneId, cancellationToken);
        }
    }

    /// <summary>Tells the zone its map, where there is one that it was not told yet.</summary>
    public async ValueTask Ensure(int worldId, uint zoneId, CancellationToken cancellationToken)
    {
        if (target.TakeMapLost(worldId, zoneId))
        {
            _told.Remove((worldId, zoneId));
        }

        if (MapOf(zoneId) is { } map && _told.GetValueOrDefault((worldId, zoneId)) != map.Digest)
        {
            _told[(worldId, zoneId)] = map.Digest;
            await target.Tell(worldId, zoneId, new LearnMap(map), 0, cancellationToken);
        }
    }

    private async ValueTask Describe(int worldId, string name, CancellationToken cancellationToken)
    {
        if (name.Length > 0 && _names.GetValueOrDefault(worldId) != name)
        {
            _names[worldId] = name;
            await target.Tell(worldId, new DescribeWorld(name), cancellationToken);
        }
    }

    private ZoneMap? MapOf(uint zoneId)
    {
        var definition = ZoneIds.DefinitionOf(zoneId);
        if (!_maps.TryGetValue(definition, out var map))
        {
            _maps.Add(definition, map = ZoneMaps.Of(Data, definition));
        }

        return map;
    }
}
