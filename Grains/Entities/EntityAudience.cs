using System.Collections.Immutable;
using Orleans.Streams;
using Orleans.Utilities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Who is told what an entity commits: its watchers, each under a lease, and its system's stream.</summary>
internal sealed class EntityAudience(string key, EntityContext context, Func<IAsyncStream<Envelope>> announcements)
{
    private readonly ObserverManager<IEntityObserver> _observers =
        new(context.Options.WatchLease, context.Logger) { GetDateTime = () => context.Time.GetUtcNow().UtcDateTime };

    private IAsyncStream<Envelope>? _announcements;

    /// <summary>Takes a watcher in, or renews its lease.</summary>
    public void Add(IEntityObserver observer) => _observers.Subscribe(observer, observer);

    public void Remove(IEntityObserver observer) => _observers.Unsubscribe(observer);

    /// <summary>Tells of events that were committed together.</summary>
    public void Tell(ImmutableArray<Envelope> events)
    {
        _observers.Notify(observer => observer.OnCommitted(events));
        if (events.Any(envelope => envelope.Event is IAnnounced))
        {
            _ = Announce(events);
        }
    }

    private async Task Announce(ImmutableArray<Envelope> events)
    {
        try
        {
            _announcements ??= announcements();
            foreach (var envelope in events.Where(envelope => envelope.Event is IAnnounced))
            {
                await _announcements.OnNextAsync(envelope);
            }
        }
        catch (Exception exception)
        {
            Log.AnnouncementLost(context.Logger, key, exception);
        }
    }
}
