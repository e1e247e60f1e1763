using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Universes, under <c>sectors/{universe}</c>. How far an import is, is part of the view, so that it is made anew each time.</summary>
internal sealed class UniverseKind(IGrainFactory grains) : IEntityKind
{
    public string System => SectorKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = rest;
        return SectorKeys.IsUniverse(key);
    }

    public bool TryTopic(string key, out string topic)
    {
        topic = SectorTopics.Of(key);
        return SectorKeys.IsUniverse(key);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IUniverseGrain>(key);

    public async ValueTask<EntityView> View(string key)
    {
        var status = await grains.GetGrain<IUniverseGrain>(key).GetStatus();
        return new(status.Snapshot.Sequence, status.Snapshot.AsOf, status, SectorJson.Write(UniverseViews.Of(status)));
    }

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IUniverseGrain>(key).ReadAt(at), PastOf);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    public async ValueTask<IReadOnlyList<string>> Topics()
    {
        var universes = await grains.GetGrain<IPresenceGrain>(IPresenceGrain.All).ListUniverses();
        return [.. universes.SelectMany(universe => new[] { SectorTopics.Of(universe), SectorTopics.Moves(universe) })];
    }

    private static EntityView PastOf(Snapshot<UniverseState> snapshot) => new(
        snapshot.Sequence,
        snapshot.AsOf,
        new UniverseStatus(snapshot, 0, 0),
        SectorJson.Write(UniverseViews.Of(snapshot)));
}
