using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Telemetry;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>The watches of this gateway: one for each entity that has clients.</summary>
internal sealed class WatchRegistry(
    IObserverReferences references,
    IOptions<GatewayOptions> options,
    TimeProvider time,
    GatewayMetrics metrics,
    ILogger<WatchRegistry> logger) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, EntityWatch> _watches = new(StringComparer.Ordinal);

    /// <summary>Puts a client on an entity's watch and queues its beginning.</summary>
    public Subscription Subscribe(Entity entity, Outbox outbox, long? after, Follower? follower = null)
    {
        lock (_lock)
        {
            if (!_watches.TryGetValue(entity.Topic, out var watch) || watch.Ready.IsFaulted)
            {
                watch = new(entity, TimeSpan.FromSeconds(options.Value.WatchRenewSeconds), references, time, metrics, logger);
                _watches[entity.Topic] = watch;
                metrics.Watched(_watches.Count);
            }

            var subscription = new Subscription(watch, outbox, follower);
            outbox.Begin(subscription, after);
            watch.Add(subscription);
            return subscription;
        }
    }

    public void Unsubscribe(Subscription subscription)
    {
        subscription.Outbox.End(subscription);
        if (subscription.Watch.Remove(subscription) == 0)
        {
            // One that comes straight back, as a page being reloaded does, finds the watch still there.
            ITimer? timer = null;
            timer = time.CreateTimer(_ => StopIfUnused(subscription.Watch, timer), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(TimeSpan.FromSeconds(options.Value.WatchLingerSeconds), Timeout.InfiniteTimeSpan);
        }
    }

    public async ValueTask DisposeAsync()
    {
        EntityWatch[] watches;
        lock (_lock)
        {
            watches = [.. _watches.Values];
            _watches.Clear();
        }

        await Task.WhenAll(watches.Select(watch => watch.Stop()));
    }

    private void StopIfUnused(EntityWatch watch, ITimer? timer)
    {
        timer?.Dispose();
        lock (_lock)
        {
            if (watch.HasSubscriptions || !_watches.TryGetValue(watch.Entity.Topic, out var current) || current != watch)
            {
                return;
            }

            _watches.Remove(watch.Entity.Topic);
            metrics.Watched(_watches.Count);
        }

        _ = watch.Stop();
    }
}
