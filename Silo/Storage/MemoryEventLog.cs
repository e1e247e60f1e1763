using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// The last events of one entity, and the state before them. Written by its one activation, read by anybody.
/// </summary>
internal sealed class MemoryEventLog
{
    private readonly StoredKind _kind;
    private readonly int _capacity;
    private readonly Lock _lock = new();
    private readonly Queue<Envelope> _events = new();
    private PastState _before;
    private long _latest;

    /// <summary>Of an entity from its first event on.</summary>
    public MemoryEventLog(StoredKind kind, string key, int capacity)
        : this(kind, capacity, new PastState(kind.Initial(key), 0, DateTimeOffset.UnixEpoch, null, false))
    {
    }

    /// <summary>Of an entity from what was stored of it on.</summary>
    public MemoryEventLog(StoredKind kind, int capacity, IEntityRecord stored)
        : this(kind, capacity, new PastState(stored.State, stored.Version, stored.At, null, false))
    {
    }

    private MemoryEventLog(StoredKind kind, int capacity, PastState before) =>
        (_kind, _capacity, _before, _latest) = (kind, capacity, before, before.Sequence);

    /// <summary>Sequence of the last event.</summary>
    public long Latest
    {
        get
        {
            lock (_lock)
            {
                return _latest;
            }
        }
    }

    public void Append(ImmutableArray<Envelope> events)
    {
        lock (_lock)
        {
            foreach (var envelope in events)
            {
                _events.Enqueue(envelope);
                _latest = envelope.Sequence;
                if (_events.Count > _capacity)
                {
                    _before = After(_before, _events.Dequeue());
                }
            }
        }
    }

    public EventPage Read(long after, int limit)
    {
        lock (_lock)
        {
            var oldest = _latest - _events.Count + 1;
            var skip = (int)Math.Clamp(after - oldest + 1, 0, _events.Count);
            return new([.. _events.Skip(skip).Take(limit)], oldest, _latest);
        }
    }

    public EventPage Read(DateTimeOffset from, DateTimeOffset to, long after, int limit)
    {
        lock (_lock)
        {
            var found = _events.Where(envelope => envelope.Sequence > after && envelope.At >= from && envelope.At < to).Take(limit);
            return new([.. found], _latest - _events.Count + 1, _latest);
        }
    }

    public PastState StateAt(DateTimeOffset at)
    {
        Envelope[] events;
        PastState past;
        lock (_lock)
        {
            (events, past) = ([.. _events], _before);
        }

        var isTruncated = past.Sequence > 0;
        var since = isTruncated ? past.At : events[0].At;
        if (at < since)
        {
            return PastState.Unknown with { Since = since, IsTruncated = isTruncated };
        }

        past = events.TakeWhile(envelope => envelope.At <= at).Aggregate(past, After);
        return past with { Since = since, IsTruncated = isTruncated };
    }

    private PastState After(PastState past, Envelope envelope) =>
        past with { State = _kind.Apply(past.State!, envelope.Event), Sequence = envelope.Sequence, At = envelope.At };
}
