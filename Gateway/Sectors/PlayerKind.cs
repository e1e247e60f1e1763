using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Players, under <c>sectors/{universe}/player/{player}</c>.</summary>
internal sealed class PlayerKind(IGrainFactory grains) : IEntityKind
{
    private readonly SnapshotViews<PlayerState> _views = new(Make);

    public string System => SectorKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = rest;
        return SectorKeys.TryParsePlayer(key, out _, out _);
    }

    public bool TryTopic(string key, out string topic)
    {
        topic = SectorTopics.Of(key);
        return TryParse(key, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IPlayerGrain>(key);

    public ValueTask<EntityView> View(string key) => _views.Of(grains.GetGrain<IPlayerGrain>(key).GetSnapshot());

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IPlayerGrain>(key).ReadAt(at), _views.Of);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    // There are too many of them: they are found by the presence of their universe.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    private static EntityView Make(Snapshot<PlayerState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(PlayerViews.Of(snapshot)));
}
