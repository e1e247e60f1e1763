using System.Text.Json;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>Worlds, under <c>territory/{world}</c>. What is only measured is part of the view, so that it is made anew each time.</summary>
internal sealed class WorldKind(IGrainFactory grains) : IEntityKind
{
    public string System => TerritoryKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = "ps2/" + rest;
        return TerritoryKeys.TryParseWorld(key, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IWorldGrain>(key);

    public async ValueTask<EntityView> View(string key)
    {
        var status = await grains.GetGrain<IWorldGrain>(key).GetStatus();
        var json = JsonSerializer.SerializeToUtf8Bytes(TerritoryViews.Of(status), TerritoryJson.Options);
        return new(status.Snapshot.Sequence, status.Snapshot.AsOf, status, json);
    }

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IWorldGrain>(key).ReadAt(at), PastOf);

    public byte[] EventJson(Envelope envelope) => JsonSerializer.SerializeToUtf8Bytes((WorldEvent)envelope.Event, TerritoryJson.Options);

    public async ValueTask<IReadOnlyList<string>> Topics()
    {
        var worlds = await grains.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory).GetSnapshot();
        return [.. worlds.State.Worlds.Keys.Select(TerritoryTopics.World)];
    }

    // What is measured is measured now; of the past there is the state alone.
    private static EntityView PastOf(Snapshot<WorldState> snapshot) => new(
        snapshot.Sequence,
        snapshot.AsOf,
        snapshot,
        JsonSerializer.SerializeToUtf8Bytes(TerritoryViews.Of(snapshot), TerritoryJson.Options));
}
