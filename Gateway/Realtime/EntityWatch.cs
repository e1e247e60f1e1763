using System.Collections.Immutable;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>
/// The gateway's one watch of an entity, shared by all its clients. It publishes every sequence once and in order:
/// what the observer missed is read from the log, and where that is too much, or gone, everybody gets a snapshot.
/// </summary>
internal sealed class EntityWatch : IEntityObserver
{
    private static readonly TimeSpan FirstRepetition = TimeSpan.FromSeconds(1);

    private readonly IObserverReferences _references;
    private readonly TimeSpan _renewEvery;
    private readonly TimeProvider _time;
    private readonly GatewayMetrics _metrics;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly IEntityObserver _reference;
    private readonly IEntityGrain _grain;
    private ImmutableArray<Subscription> _subscriptions = [];
    private ITimer? _renewal;
    private TimeSpan _repetition = FirstRepetition;
    private long _sequence = -1;
    private long _heardOf;
    private bool _repairing;
    private bool _stopped;

    public EntityWatch(Entity entity, TimeSpan renewEvery, IObserverReferences references, TimeProvider time, GatewayMetrics metrics, ILogger logger)
    {
        (Entity, _renewEvery) = (entity, renewEvery);
        (_references, _time, _metrics, _logger) = (references, time, metrics, logger);
        _grain = entity.Kind.Locate(entity.Key);
        _reference = references.Create(this);
        Ready = Start();
    }

    public Entity Entity { get; }

    /// <summary>Done once the entity tells of its events; faulted where it could not be asked to.</summary>
    public Task Ready { get; }

    public bool HasSubscriptions => !_subscriptions.IsEmpty;

    private long Sequence
    {
        get
        {
            lock (_lock)
            {
                return _sequence;
            }
        }
    }

    public void Add(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = _subscriptions.Add(subscription);
        }
    }

    /// <summary>Returns how many are left.</summary>
    public int Remove(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = _subscriptions.Remove(subscription);
            return _subscriptions.Length;
        }
    }

    public void OnCommitted(ImmutableArray<Envelope> events)
    {
        lock (_lock)
        {
            if (_sequence < 0)
            {
                _sequence = events[0].Sequence - 1;
            }

            Publish(events);
        }
    }

    public async Task Stop()
    {
        lock (_lock)
        {
            _stopped = true;
            _renewal?.Dispose();
        }

        try
        {
            await _grain.Unwatch(_reference);
        }
        catch (Exception exception)
        {
            // The lease ends it as well.
            Log.WatchNotEnded(_logger, Entity.Topic, exception);
        }

        _references.Delete(_reference);
    }

    private async Task Start()
    {
        var lease = await TakeLease();
        lock (_lock)
        {
            if (!_stopped)
            {
                _renewal = _time.CreateTimer(_ => _ = Renew(), null, Period(lease), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private async Task Renew()
    {
        TimeSpan next;
        try
        {
            next = Period(await TakeLease());
            _repetition = FirstRepetition;
        }
        catch (Exception exception)
        {
            // Where its silo was lost the entity is elsewhere, and tells nobody of its events until it is asked to.
            Log.LeaseNotRenewed(_logger, Entity.Topic, exception);
            next = _repetition;
            _repetition = Shorter(2 * _repetition, _renewEvery);
        }

        lock (_lock)
        {
            if (!_stopped)
            {
                _renewal!.Change(next, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan Period(WatchLease lease) => Shorter(lease.Duration / 3, _renewEvery);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<WatchLease> TakeLease()
    {
        var told = Sequence;
        var lease = await _grain.Watch(_reference);
        Compare(lease.Sequence, told);
        return lease;
    }

    // Events that the entity commits after its answer may arrive before it: only what was told before asking can be lost.
    private void Compare(long sequence, long told)
    {
        lock (_lock)
        {
            if (_sequence < 0)
            {
                _sequence = sequence;
            }
            else if (sequence > _sequence)
            {
                Repair(sequence);
            }
            else if (sequence < Math.Min(told, _sequence) && !_repairing)
            {
                // A store that lost what it had acknowledged, as one in memory does with its process.
                StartAnew(sequence);
            }
        }
    }

    private void Publish(ImmutableArray<Envelope> events)
    {
        foreach (var envelope in events)
        {
            if (envelope.Sequence > _sequence + 1)
            {
                Repair(envelope.Sequence);
                return;
            }

            if (envelope.Sequence == _sequence + 1)
            {
                _sequence = envelope.Sequence;
                Publish(new Delta(Entity, envelope));
            }
        }
    }

    private void Publish(Delta delta)
    {
        foreach (var subscription in _subscriptions)
        {
            if (!subscription.Outbox.Post(subscription, delta))
            {
                _metrics.Resynced("slow");
            }
        }
    }

    private void Repair(long heardOf)
    {
        _heardOf = Math.Max(_heardOf, heardOf);
        if (!_repairing)
        {
            _repairing = true;
            _metrics.Resynced("gap");
            _ = ReadMissed();
        }
    }

    private async Task ReadMissed()
    {
        try
        {
            while (true)
            {
                var page = await _grain.ReadEvents(Sequence, OutboxReader.MostMissed);
                lock (_lock)
                {
                    if (page.IsTruncated(_sequence) || page.Latest - _sequence > OutboxReader.MostMissed)
                    {
                        StartAnew(page.Latest);
                    }

                    Publish(page.Events);
                    if (_sequence >= _heardOf || page.Events.IsEmpty)
                    {
                        _repairing = false;
                        return;
                    }
                }
            }
        }
        catch (Exception exception) when (Outage.IsStoreAway(exception))
        {
            // The log cannot be read, the entity itself can.
            lock (_lock)
            {
                StartAnew(_heardOf);
                _repairing = false;
            }
        }
        catch (Exception exception)
        {
            // The next event or renewal tries again.
            Log.MissedNotRead(_logger, Entity.Topic, exception);
            lock (_lock)
            {
                _repairing = false;
            }
        }
    }

    private void StartAnew(long sequence)
    {
        _sequence = sequence;
        _heardOf = sequence;
        _metrics.Resynced("truncated");
        foreach (var subscription in _subscriptions)
        {
            subscription.Outbox.Begin(subscription, null);
        }
    }
}
