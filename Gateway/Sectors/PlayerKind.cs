using System.Runtime.CompilerServices;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Players, under <c>sectors/{universe}/player/{player}</c>.</summary>
internal sealed class PlayerKind(IGrainFactory grains) : IEntityKind
{
    // The grain gives the same instance for the same sequence, so that one view serves all that ask.
    private readonly ConditionalWeakTable<Snapshot<PlayerState>, EntityView> _views = [];

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

    public async ValueTask<EntityView> View(string key) => ViewOf(await grains.GetGrain<IPlayerGrain>(key).GetSnapshot());

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IPlayerGrain>(key).ReadAt(at), ViewOf);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    // There are too many of them: they are found by the presence of their universe.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    private EntityView ViewOf(Snapshot<PlayerState> snapshot) => _views.GetValue(snapshot, Make);

    private static EntityView Make(Snapshot<PlayerState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(PlayerViews.Of(snapshot)));
}
