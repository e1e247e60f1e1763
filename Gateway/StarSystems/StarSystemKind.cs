using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Star systems, under <c>starsystems/{address}</c>. When one was last seen is part of the view, so that it is made anew each time.</summary>
internal sealed class StarSystemKind(IGrainFactory grains) : IEntityKind
{
    public string System => StarSystemKeys.System;

    public bool TryParse(string rest, out string key)
    {
        key = $"{StarSystemKeys.Galaxy}/{rest}";
        return StarSystemKeys.TryParseStarSystem(key, out _);
    }

    public IEntityGrain Locate(string key) => grains.GetGrain<IStarSystemGrain>(key);

    public async ValueTask<EntityView> View(string key)
    {
        var status = await grains.GetGrain<IStarSystemGrain>(key).GetStatus();
        return Make(status.Snapshot, status.LastSeen);
    }

    public async ValueTask<PastView> ViewAt(string key, DateTimeOffset at) =>
        PastView.Of(await grains.GetGrain<IStarSystemGrain>(key).ReadAt(at), snapshot => Make(snapshot, null));

    public byte[] EventJson(Envelope envelope) => StarSystemJson.Event(envelope.Event);

    // There may be a million of them: they are found by name.
    public ValueTask<IReadOnlyList<string>> Topics() => new([]);

    private static EntityView Make(Snapshot<StarSystemState> snapshot, DateTimeOffset? lastSeen) => new(
        snapshot.Sequence,
        snapshot.AsOf,
        new StarSystemStatus(snapshot, lastSeen),
        StarSystemJson.Write(StarSystemViews.Of(snapshot, lastSeen)));
}
