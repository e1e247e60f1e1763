using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The galaxy, under <c>starsystems/galaxy</c>. It is there before anything was told of it.</summary>
internal sealed class GalaxyKind(IGrainFactory grains) : IEntityKind
{
    public string System => StarSystemKeys.System;

    public bool IsAlwaysThere => true;

    public bool TryParse(string rest, out string key)
    {
        key = StarSystemKeys.Galaxy;
        return $"{StarSystemKeys.System}/{rest}" == StarSystemTopics.Galaxy;
    }

    public bool TryTopic(string key, out string topic)
    {
        topic = StarSystemTopics.Galaxy;
        return key == StarSystemKeys.Galaxy;
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IGalaxyGrain>(key);

    public async ValueTask<EntityView> View(string key)
    {
        var status = await grains.GetGrain<IGalaxyGrain>(key).GetStatus();
        return new(status.Snapshot.Sequence, status.Snapshot.AsOf, status, StarSystemJson.Write(GalaxyViews.Of(status)));
    }

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IGalaxyGrain>(key).ReadAt(at), PastOf);

    public byte[] EventJson(Envelope envelope) => StarSystemJson.Event(envelope.Event);

    public ValueTask<IReadOnlyList<string>> Topics() => new([StarSystemTopics.Galaxy]);

    // What is measured is measured now; of the past there is the state alone.
    private static EntityView PastOf(Snapshot<GalaxyState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, StarSystemJson.Write(GalaxyViews.Of(snapshot)));
}
