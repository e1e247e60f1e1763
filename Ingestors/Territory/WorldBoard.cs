using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>What is known of each world's feed, and tells the worlds when it changes: those whose lease this process holds.</summary>
internal sealed class WorldBoard(TerritorySettings settings, ITerritoryTarget target, FeedMeasures measures, TimeProvider time)
{
    public static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    private readonly SortedDictionary<int, World> _worlds = [];
    private readonly HashSet<int> _held = [];
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

    /// <summary>From now on this process tells the world: first of what it saw while another did.</summary>
    public async ValueTask TakeOver(int worldId, CancellationToken cancellationToken)
    {
        _held.Add(worldId);
        if (!_worlds.TryGetValue(worldId, out var world))
        {
            return;
        }

        if (world.Online is { } online)
        {
            await target.Tell(worldId, new ReportOnline(online, world.OnlineAt), cancellationToken);
        }

        if (world.Health.IsProven)
        {
            await TellHealth(worldId, world.Health, cancellationToken);
        }
    }

    public void Leave(int worldId) => _held.Remove(worldId);

    /// <summary>An event of the world came.</summary>
    public async ValueTask Heard(int worldId, CancellationToken cancellationToken)
    {
        var world = Of(worldId);
        world.WasHeard = true;
        await Judge(worldId, world, world.Health.Heard(time.GetUtcNow()), cancellationToken);
    }

    public async ValueTask Online(int worldId, bool online, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Of(worldId) is var world && world.Online != online)
        {
            (world.Online, world.OnlineAt) = (online, at);
            if (_held.Contains(worldId))
            {
                await target.Tell(worldId, new ReportOnline(online, at), cancellationToken);
            }
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
            foreach (var worldId in _worlds.Keys.Where(_held.Contains))
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
        if (changed && _held.Contains(worldId))
        {
            await TellHealth(worldId, next, cancellationToken);
        }
    }

    private ValueTask TellHealth(int worldId, WorldHealth health, CancellationToken cancellationToken)
    {
        var reason = health.IsHealthy ? "" : $"no event for {WorldHealth.Silence.TotalMinutes:0} minutes";
        return target.Tell(worldId, new ReportFeedHealth(health.IsHealthy, health.Since, reason), cancellationToken);
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

        public DateTimeOffset OnlineAt { get; set; }

        public bool WasHeard { get; set; }
    }
}
