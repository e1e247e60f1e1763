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
    private readonly HashSet<(string Topic, Action<Announcement> Hand)> _followers = [];
    private readonly IAnnouncedTopics[] _topics;
    private readonly RecentAnnouncements _told = new();
    private readonly ITimer _check;
    private bool _isDisposed;

    public Announcements(
        IClusterClient client,
        EntityKinds kinds,
        IEnumerable<IAnnouncedTopics> topics,
        TimeProvider time,
        ILogger<Announcements> logger)
    {
        (_client, _kinds, _logger) = (client, kinds, logger);
        _topics = [.. topics];
        _check = time.CreateTimer(_ => _ = Check(), null, CheckEvery, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The topics beside the systems' own, as far as they can be listed.</summary>
    public IEnumerable<string> Topics => _topics.SelectMany(of => of.Topics).Order(StringComparer.Ordinal);

    /// <summary>True of a system, and of what else announcements are told under.</summary>
    public bool IsTopic(string topic) => Find(topic) is not null || _kinds.IsSystem(topic);

    /// <summary>
    /// Hands on a topic's announcements, each once and in their order; <paramref name="hand"/> must be quick. Done once
    /// they come.
    /// </summary>
    public async Task Follow(string topic, Action<Announcement> hand)
    {
        var system = Find(topic)?.System ?? topic;
        AnnouncementSubscription subscription;
        lock (_lock)
        {
            _followers.Add((topic, hand));
            if (!_subscriptions.TryGetValue(system, out subscription!) || subscription.HasFailed)
            {
                subscription = Subscribe(system);
            }
        }

        await subscription.Ready;
    }

    public void Unfollow(string topic, Action<Announcement> hand)
    {
        lock (_lock)
        {
            _followers.Remove((topic, hand));
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

    private IAnnouncedTopics? Find(string topic) => Array.Find(_topics, of => of.IsTopic(topic));

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
        if (!_kinds.TryFindByKey(system, envelope.Key, out var entity))
        {
            return;
        }

        var key = entity.Topic[(system.Length + 1)..];
        Announcement?[] announcements =
        [
            new(system, key, envelope, () => entity.Kind.EventJson(envelope)),
            .. _topics.Where(of => of.System == system).Select(of => of.Of(key, envelope)),
        ];
        lock (_lock)
        {
            // One that was replaced may be served on for a while by who did not hear of its loss.
            if (_subscriptions.GetValueOrDefault(system) != subscription || !_told.Add(envelope))
            {
                return;
            }

            foreach (var announcement in announcements.OfType<Announcement>())
            {
                foreach (var follower in _followers.Where(follower => follower.Topic == announcement.Topic))
                {
                    follower.Hand(announcement);
                }
            }
        }
    }
}
