using Orleans.Streams;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>Follows the systems' announcements for all clients that want them: one stream subscription a system.</summary>
internal sealed class Announcements(IClusterClient client, EntityKinds kinds, ILogger<Announcements> logger) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<StreamSubscriptionHandle<Envelope>>> _streams = new(StringComparer.Ordinal);
    private readonly HashSet<(string System, Outbox Outbox)> _followers = [];

    /// <summary>Done once announcements reach the client.</summary>
    public async Task Follow(string system, Outbox outbox)
    {
        Task<StreamSubscriptionHandle<Envelope>> stream;
        lock (_lock)
        {
            _followers.Add((system, outbox));
            if (!_streams.TryGetValue(system, out stream!) || stream.IsFaulted)
            {
                _streams[system] = stream = Listen(system);
            }
        }

        await stream;
    }

    public void Unfollow(string system, Outbox outbox)
    {
        lock (_lock)
        {
            _followers.Remove((system, outbox));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<StreamSubscriptionHandle<Envelope>>[] streams;
        lock (_lock)
        {
            streams = [.. _streams.Values];
            _streams.Clear();
        }

        try
        {
            foreach (var handle in await Task.WhenAll(streams))
            {
                await handle.UnsubscribeAsync();
            }
        }
        catch (Exception exception)
        {
            // The cluster may be gone before its gateway.
            Log.AnnouncementsNotEnded(logger, exception);
        }
    }

    private Task<StreamSubscriptionHandle<Envelope>> Listen(string system) => client
        .GetStreamProvider(EntityStreams.Provider)
        .GetStream<Envelope>(EntityStreams.Of(system))
        .SubscribeAsync((envelope, _) => Hand(system, envelope));

    private Task Hand(string system, Envelope envelope)
    {
        var key = envelope.Key[(envelope.Key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (kinds.TryFind($"{system}/{key}", out var entity))
        {
            var bytes = RealtimeJson.Announcement(system, entity, envelope);
            lock (_lock)
            {
                foreach (var follower in _followers.Where(follower => follower.System == system))
                {
                    // Best effort: one too slow for it goes without.
                    follower.Outbox.Post(bytes);
                }
            }
        }

        return Task.CompletedTask;
    }
}
