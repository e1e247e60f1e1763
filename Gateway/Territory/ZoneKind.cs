using System.Text.Json;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>Zones, under <c>territory/{world}/{zone}</c>.</summary>
internal sealed class ZoneKind(IGrainFactory grains) : IEntityKind
{
    private readonly SnapshotViews<ZoneState> _views = new(Make);

    public string System => TerritoryKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = "ps2/" + rest;
        return TerritoryKeys.TryParseZone(key, out _, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IZoneGrain>(key);

    public ValueTask<EntityView> View(string key) => _views.Of(grains.GetGrain<IZoneGrain>(key).GetSnapshot());

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IZoneGrain>(key).ReadAt(at), _views.Of);

    public byte[] EventJson(Envelope envelope) => JsonSerializer.SerializeToUtf8Bytes((ZoneEvent)envelope.Event, TerritoryJson.Options);

    public async ValueTask<IReadOnlyList<string>> Topics()
    {
        var worlds = await grains.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory).GetSnapshot();
        var topics = new List<string>();
        foreach (var worldId in worlds.State.Worlds.Keys)
        {
            var world = await grains.GetGrain<IWorldGrain>(TerritoryKeys.World(worldId)).GetSnapshot();
            topics.AddRange(world.State.Zones.Keys.Select(zoneId => TerritoryTopics.Zone(worldId, zoneId)));
        }

        return topics;
    }

    private static EntityView Make(Snapshot<ZoneState> snapshot) => new(
        snapshot.Sequence,
        snapshot.AsOf,
        snapshot,
        JsonSerializer.SerializeToUtf8Bytes(TerritoryViews.Of(snapshot), TerritoryJson.Options));
}
