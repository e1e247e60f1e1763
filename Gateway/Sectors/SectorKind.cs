using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Sectors, under <c>sectors/{universe}/{sector}</c>.</summary>
internal sealed class SectorKind(IGrainFactory grains) : IEntityKind
{
    private readonly SnapshotViews<SectorState> _views = new(Make);

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

    public ValueTask<EntityView> View(string key) => _views.Of(grains.GetGrain<ISectorGrain>(key).GetSnapshot());

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<ISectorGrain>(key).ReadAt(at), _views.Of);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    // There are too many of them: they are found on the universe's map.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    public EntityView ViewOf(Snapshot<SectorState> snapshot) => _views.Of(snapshot);

    private static EntityView Make(Snapshot<SectorState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(SectorViews.Of(snapshot)));
}
