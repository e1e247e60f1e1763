using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>
/// Follows the systems' announcements for all clients that want them: one stream subscription a system. Where it is lost
/// with a silo, it is made anew.
/// </summary>
internal sealed class Announcements : IAsyncDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(10);

    private readonly IClusterClient _client;
    private readonly EntityKinds _kinds;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AnnouncementSubscription> _subscriptions = new(StringComparer.Ordinal);
    private readonly HashSet<(string System, Outbox Outbox)> _followers = [];
    private readonly ITimer _check;
    private bool _isDisposed;

    public Announcements(IClusterClient client, EntityKinds kinds, TimeProvider time, ILogger<Announcements> logger)
    {
        (_client, _kinds, _logger) = (client, kinds, logger);
        _check = time.CreateTimer(_ => _ = Check(), null, CheckEvery, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Done once announcements reach the client.</summary>
    public async Task Follow(string system, Outbox outbox)
    {
        AnnouncementSubscription subscription;
        lock (_lock)
        {
            _followers.Add((system, outbox));
            if (!_subscriptions.TryGetValue(system, out subscription!) || subscription.HasFailed)
            {
                subscription = Subscribe(system);
            }
        }

        await subscription.Ready;
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
        AnnouncementSubscription[] subscriptions;
        lock (_lock)
        {
            _isDisposed = true;
            subscriptions = [.. _subscriptions.Values];
            _subscriptions.Clear();
        }

        await _check.DisposeAsync();
        try
        {
            await Task.WhenAll(subscriptions.Select(subscription => subscription.End()));
        }
        catch (Exception exception)
        {
            // The cluster may be gone before its gateway.
            Log.AnnouncementsNotEnded(_logger, exception);
        }
    }

    // Under the lock.
    private AnnouncementSubscription Subscribe(string system)
    {
        var stream = _client.GetStreamProvider(EntityStreams.Provider).GetStream<Envelope>(EntityStreams.Of(system));
        return _subscriptions[system] = new(system, stream, Hand);
    }

    private async Task Check()
    {
        AnnouncementSubscription[] subscriptions;
        lock (_lock)
        {
            subscriptions = [.. _subscriptions.Values];
        }

        foreach (var subscription in subscriptions)
        {
            try
            {
                if (subscription.HasFailed || await subscription.IsLost())
                {
                    await Replace(subscription);
                }
            }
            catch (Exception exception)
            {
                Log.AnnouncementsNotChecked(_logger, subscription.System, exception);
            }
        }

        lock (_lock)
        {
            if (!_isDisposed)
            {
                _check.Change(CheckEvery, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private Task Replace(AnnouncementSubscription lost)
    {
        lock (_lock)
        {
            if (_isDisposed || _subscriptions.GetValueOrDefault(lost.System) != lost)
            {
                return Task.CompletedTask;
            }

            Log.AnnouncementsLost(_logger, lost.System);
            return Subscribe(lost.System).Ready;
        }
    }

    private void Hand(AnnouncementSubscription subscription, Envelope envelope)
    {
        var system = subscription.System;
        var key = envelope.Key[(envelope.Key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (!_kinds.TryFind($"{system}/{key}", out var entity))
        {
            return;
        }

        var bytes = RealtimeJson.Announcement(system, entity, envelope);
        lock (_lock)
        {
            // One that was replaced may be served on for a while by who did not hear of its loss.
            if (_subscriptions.GetValueOrDefault(system) != subscription)
            {
                return;
            }

            foreach (var follower in _followers.Where(follower => follower.System == system))
            {
                // Best effort: one too slow for it goes without.
                follower.Outbox.Post(bytes);
            }
        }
    }
}
