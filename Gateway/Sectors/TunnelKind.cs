using System.Runtime.CompilerServices;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Warp tunnels, under <c>sectors/{universe}/tunnel/{from}-{to}</c>, hyphens within the two ids doubled.</summary>
internal sealed class TunnelKind(IGrainFactory grains) : IEntityKind
{
    // The grain gives the same instance for the same sequence, so that one view serves all that ask.
    private readonly ConditionalWeakTable<Snapshot<WarpTunnelState>, EntityView> _views = [];

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

    public async ValueTask<EntityView> View(string key) => ViewOf(await grains.GetGrain<IWarpTunnelGrain>(key).GetSnapshot());

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IWarpTunnelGrain>(key).ReadAt(at), ViewOf);

    public byte[] EventJson(Envelope envelope) => SectorEvents.Json(envelope);

    // There are too many of them: they are found on the universe's map.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    private EntityView ViewOf(Snapshot<WarpTunnelState> snapshot) => _views.GetValue(snapshot, Make);

    private static EntityView Make(Snapshot<WarpTunnelState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(SectorViews.Of(snapshot)));
}
