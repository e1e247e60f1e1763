using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Tests.Realtime;

/// <summary>
/// An entity of which the test decides what its observer hears. It is its own kind and its own log; delivery being best
/// effort, losing a message is something every real one does.
/// </summary>
internal sealed class TestEntity : IEntityKind, IEntityGrain, IObserverReferences
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly List<Envelope> _log = [];
    private IEntityObserver? _observer;

    public string System => "test";

    public Entity Entity => new(this, "1", "test/1");

    public long Sequence => _log.Count;

    /// <summary>The oldest sequence the log still holds.</summary>
    public long Oldest { get; set; } = 1;

    /// <summary>How many events are committed after each answer to a watch and heard of before it.</summary>
    public int Overtaking { get; set; }

    public int Watches { get; private set; }

    /// <summary>True while the log cannot be read.</summary>
    public bool IsStoreAway { get; set; }

    /// <summary>True while its silo is lost: it answers nobody and has no observer any more.</summary>
    public bool IsLost
    {
        get;
        set
        {
            field = value;
            _observer = null;
        }
    }

    /// <summary>How often the log was read.</summary>
    public int Reads { get; private set; }

    public bool IsWatched => _observer is not null;

    /// <summary>Commits events; their observer hears of them unless they are lost.</summary>
    public void Commit(int events, bool lost = false)
    {
        var committed = Enumerable.Range((int)Sequence + 1, events)
            .Select(sequence => new Envelope("test", "1", sequence, DateTimeOffset.UnixEpoch, new WorldDescribed(DateTimeOffset.UnixEpoch, "x")))
            .ToImmutableArray();
        _log.AddRange(committed);
        if (!lost && events > 0)
        {
            _observer?.OnCommitted(committed);
        }
    }

    /// <summary>Forgets the latest events, as a store in memory does with its process.</summary>
    public void Forget(int events) => _log.RemoveRange(_log.Count - events, events);

    /// <summary>Tells of an event once more.</summary>
    public void Repeat(long sequence) => _observer?.OnCommitted([_log[(int)sequence - 1]]);

    public bool TryParse(string rest, out string key)
    {
        key = rest;
        return true;
    }

    public IEntityGrain Locate(string key) => this;

    public ValueTask<EntityView> View(string key) =>
        new(new EntityView(Sequence, DateTimeOffset.UnixEpoch, this, Encoding.UTF8.GetBytes(Sequence.ToString(CultureInfo.InvariantCulture))));

    public ValueTask<PastView> ViewAt(string key, DateTimeOffset at) => throw new NotSupportedException();

    public byte[] EventJson(Envelope envelope) => "{}"u8.ToArray();

    public ValueTask<IReadOnlyList<string>> Topics() => new(["test/1"]);

    public ValueTask<EventPage> ReadEventsBetween(DateTimeOffset from, DateTimeOffset to, long after, int limit) => throw new NotSupportedException();

    public ValueTask<WatchLease> Watch(IEntityObserver observer)
    {
        Watches++;
        if (IsLost)
        {
            throw new SiloUnavailableException("lost");
        }

        _observer = observer;
        var lease = new WatchLease(Sequence, Lease);
        Commit(Overtaking);
        return new(lease);
    }

    public ValueTask Unwatch(IEntityObserver observer)
    {
        _observer = null;
        return default;
    }

    public ValueTask<EventPage> ReadEvents(long after, int limit)
    {
        Reads++;
        if (IsStoreAway)
        {
            throw new OrleansException("wrapped", new StoreUnavailableException("away"));
        }

        return new(new EventPage([.. _log.Where(envelope => envelope.Sequence > after && envelope.Sequence >= Oldest).Take(limit)], Oldest, Sequence));
    }

    public ValueTask DeliverPending() => default;

    public IEntityObserver Create(IEntityObserver observer) => observer;

    public void Delete(IEntityObserver reference)
    {
    }
}
