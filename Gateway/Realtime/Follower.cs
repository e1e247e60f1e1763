using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>
/// One client's interest in something that leads from entity to entity. It sees what its subscriptions bring as the client is
/// about to get it, and says what of that the client gets.
/// </summary>
internal abstract class Follower(string topic, WatchRegistry watches, Outbox outbox)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Subscription> _subscriptions = [];
    private bool _isEnded;

    public string Topic => topic;

    /// <summary>What the client gets of a delivery; the outbox's reader asks, one at a time.</summary>
    public abstract ValueTask<IReadOnlyList<Delivery>> Pass(Delivery delivery);

    /// <summary>Ends all that it has begun.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
            foreach (var subscription in _subscriptions)
            {
                watches.Unsubscribe(subscription);
            }

            _subscriptions.Clear();
        }
    }

    /// <summary>Null where nobody follows any more.</summary>
    protected Subscription? Subscribe(Entity entity)
    {
        lock (_lock)
        {
            if (_isEnded)
            {
                return null;
            }

            var subscription = watches.Subscribe(entity, outbox, null, this);
            _subscriptions.Add(subscription);
            return subscription;
        }
    }

    protected void Unsubscribe(Subscription? subscription)
    {
        lock (_lock)
        {
            if (subscription is not null && _subscriptions.Remove(subscription))
            {
                watches.Unsubscribe(subscription);
            }
        }
    }
}
