using System.Runtime.CompilerServices;
using System.Text.Json;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>Zones, under <c>territory/{world}/{zone}</c>.</summary>
internal sealed class ZoneKind(IGrainFactory grains) : IEntityKind
{
    // The grain gives the same instance for the same sequence, so that one view serves all that ask.
    private readonly ConditionalWeakTable<Snapshot<ZoneState>, EntityView> _views = [];

    public string System => TerritoryKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = "ps2/" + rest;
        return TerritoryKeys.TryParseZone(key, out _, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IZoneGrain>(key);

    public ValueTask<EntityView> View(string key)
    {
        var snapshot = grains.GetGrain<IZoneGrain>(key).GetSnapshot();
        return snapshot.IsCompletedSuccessfully ? new(ViewOf(snapshot.GetAwaiter().GetResult())) : Await(snapshot);
    }

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IZoneGrain>(key).ReadAt(at), ViewOf);

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

    private async ValueTask<EntityView> Await(ValueTask<Snapshot<ZoneState>> snapshot) => ViewOf(await snapshot);

    private EntityView ViewOf(Snapshot<ZoneState> snapshot) =>
        _views.TryGetValue(snapshot, out var view) ? view : _views.GetValue(snapshot, Make);

    private static EntityView Make(Snapshot<ZoneState> snapshot) => new(
        snapshot.Sequence,
        snapshot.AsOf,
        snapshot,
        JsonSerializer.SerializeToUtf8Bytes(TerritoryViews.Of(snapshot), TerritoryJson.Options));
}
