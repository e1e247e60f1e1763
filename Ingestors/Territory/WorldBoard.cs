using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>What is known of each world's feed, and tells the worlds when it changes.</summary>
internal sealed class WorldBoard(TerritorySettings settings, ITerritoryTarget target, FeedMeasures measures, TimeProvider time)
{
    public static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    private readonly SortedDictionary<int, World> _worlds = [];
    private DateTimeOffset _reportedAt = DateTimeOffset.MinValue;

    /// <summary>A live feed answers for every world it is configured for, whether or not anything is heard of it.</summary>
    public void Start()
    {
        foreach (var worldId in settings.IsLive ? settings.Worlds : [])
        {
            Of(worldId);
        }
    }

    /// <summary>Worlds that the game no longer lists, and that nothing was heard of, are not answered for.</summary>
    public void Keep(ImmutableSortedDictionary<int, string> listed)
    {
        foreach (var worldId in _worlds.Where(world => !world.Value.WasHeard && !listed.ContainsKey(world.Key)).Select(world => world.Key).ToArray())
        {
            _worlds.Remove(worldId);
        }

        foreach (var worldId in listed.Keys.Where(settings.Worlds.Contains))
        {
            Of(worldId);
        }
    }

    /// <summary>An event of the world came.</summary>
    public async ValueTask Heard(int worldId, CancellationToken cancellationToken)
    {
        var world = Of(worldId);
        world.WasHeard = true;
        await Judge(worldId, world, world.Health.Heard(time.GetUtcNow()), cancellationToken);
    }

    public async ValueTask Online(int worldId, bool online, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (settings.Worlds.Contains(worldId) && Of(worldId) is var world && world.Online != online)
        {
            world.Online = online;
            await target.Tell(worldId, new ReportOnline(online, at), cancellationToken);
        }
    }

    public async ValueTask Tick(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (worldId, world) in _worlds)
        {
            await Judge(worldId, world, world.Health.At(now), cancellationToken);
        }

        if (now - _reportedAt >= ReportInterval)
        {
            _reportedAt = now;
            foreach (var worldId in _worlds.Keys)
            {
                target.Report(worldId, ReportOf(worldId, now));
            }
        }
    }

    private FeedReport ReportOf(int worldId, DateTimeOffset now)
    {
        var view = measures.Of(worldId, now);
        return new(view.LastFrameAt, view.LastAcceptedAt, view.EventsPerMinute, view.Accepted, view.Reconnects, view.LastPollAt, view.Refusals, settings.IsLive ? "live" : "replay");
    }

    private async ValueTask Judge(int worldId, World world, WorldHealth next, CancellationToken cancellationToken)
    {
        var changed = next.IsHealthy != world.Health.IsHealthy;
        world.Health = next;
        if (changed)
        {
            var reason = next.IsHealthy ? "" : $"no event for {WorldHealth.Silence.TotalMinutes:0} minutes";
            await target.Tell(worldId, new ReportFeedHealth(next.IsHealthy, next.Since, reason), cancellationToken);
        }
    }

    private World Of(int worldId)
    {
        if (!_worlds.TryGetValue(worldId, out var world))
        {
            _worlds.Add(worldId, world = new(WorldHealth.StartedAt(time.GetUtcNow())));
        }

        return world;
    }

    private sealed class World(WorldHealth health)
    {
        public WorldHealth Health { get; set; } = health;

        public bool? Online { get; set; }

        public bool WasHeard { get; set; }
    }
}
