using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Sees to it that every zone has its map before it is told anything that needs one.</summary>
internal sealed class MapBook(TerritorySettings settings, ITerritoryTarget target)
{
    // Worlds whose lease this process holds. Of others the static data is kept, and nothing told.
    private readonly HashSet<int> _worlds = [];
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
        var listed = Listed().Where(_worlds.Contains).ToArray();
        foreach (var worldId in listed)
        {
            await Describe(worldId, cancellationToken);
        }

        var zones = listed.SelectMany(worldId => settings.Zones.Select(zoneId => (worldId, zoneId))).Union(_told.Keys.Where(told => _worlds.Contains(told.WorldId)));
        await Ensure(zones.ToArray(), cancellationToken);
    }

    /// <summary>From now on this process tells the world. What it or others told it before is told again, which changes nothing.</summary>
    public async ValueTask TakeOver(int worldId, CancellationToken cancellationToken)
    {
        _worlds.Add(worldId);
        _names.Remove(worldId);
        var before = _told.Keys.Where(told => told.WorldId == worldId).ToArray();
        Array.ForEach(before, told => _told.Remove(told));
        if (Listed().Contains(worldId))
        {
            await Describe(worldId, cancellationToken);
            await Ensure([.. settings.Zones.Select(zoneId => (worldId, zoneId)).Union(before)], cancellationToken);
        }
    }

    public void Leave(int worldId) => _worlds.Remove(worldId);

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

    private async ValueTask Ensure((int WorldId, uint ZoneId)[] zones, CancellationToken cancellationToken)
    {
        foreach (var (worldId, zoneId) in Data.HasMaps ? zones : [])
        {
            await Ensure(worldId, zoneId, cancellationToken);
        }
    }

    private async ValueTask Describe(int worldId, CancellationToken cancellationToken)
    {
        if (Data.Worlds?.GetValueOrDefault(worldId) is { Length: > 0 } name && _names.GetValueOrDefault(worldId) != name)
        {
            _names[worldId] = name;
            await target.Tell(worldId, new DescribeWorld(name), cancellationToken);
        }
    }

    private IEnumerable<int> Listed() => Data.Worlds?.Keys.Where(settings.Worlds.Contains) ?? settings.Worlds;

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
