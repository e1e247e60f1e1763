using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Warp tunnels, under <c>sectors/{universe}/tunnel/{from}-{to}</c>, hyphens within the two ids doubled.</summary>
internal sealed class TunnelKind(IGrainFactory grains) : IEntityKind
{
    private readonly SnapshotViews<WarpTunnelState> _views = new(Make);

    public string System => SectorKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = rest;
        return SectorKeys.TryParseTunnel(key, out _, out _, out _);
    }

    public bool TryTopic(string key, out string topic)
    {
        topic = SectorTopics.Of(key);
        return TryParse(key, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IWarpTunnelGrain>(key);

    public ValueTask<EntityView> View(string key) => _views.Of(grains.GetGrain<IWarpTunnelGrain>(key).GetSnapshot());

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IWarpTunnelGrain>(key).ReadAt(at), _views.Of);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    // There are too many of them: they are found on the universe's map.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    private static EntityView Make(Snapshot<WarpTunnelState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(SectorViews.Of(snapshot)));
}
