using System.Runtime.CompilerServices;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Sectors, under <c>sectors/{universe}/{sector}</c>.</summary>
internal sealed class SectorKind(IGrainFactory grains) : IEntityKind
{
    // The grain gives the same instance for the same sequence, so that one view serves all that ask.
    private readonly ConditionalWeakTable<Snapshot<SectorState>, EntityView> _views = [];

    public string System => SectorKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = rest;
        return SectorKeys.TryParseSector(key, out _, out _);
    }

    public bool TryTopic(string key, out string topic)
    {
        topic = SectorTopics.Of(key);
        return TryParse(key, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<ISectorGrain>(key);

    public ValueTask<EntityView> View(string key)
    {
        var snapshot = grains.GetGrain<ISectorGrain>(key).GetSnapshot();
        return snapshot.IsCompletedSuccessfully ? new(ViewOf(snapshot.GetAwaiter().GetResult())) : Await(snapshot);
    }

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<ISectorGrain>(key).ReadAt(at), ViewOf);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    // There are too many of them: they are found on the universe's map.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    public EntityView ViewOf(Snapshot<SectorState> snapshot) =>
        _views.TryGetValue(snapshot, out var view) ? view : _views.GetValue(snapshot, Make);

    private async ValueTask<EntityView> Await(ValueTask<Snapshot<SectorState>> snapshot) => ViewOf(await snapshot);

    private static EntityView Make(Snapshot<SectorState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(SectorViews.Of(snapshot)));
}
