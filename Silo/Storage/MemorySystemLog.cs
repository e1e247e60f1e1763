using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>The last events of all entities of one system, in the order of their commits.</summary>
internal sealed class MemorySystemLog(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Commit, Envelope Envelope)> _events = new();
    private long _commit;
    private long _dropped;

    public void Append(ImmutableArray<Envelope> events)
    {
        lock (_lock)
        {
            _commit++;
            foreach (var envelope in events)
            {
                _events.Enqueue((_commit, envelope));
                if (_events.Count > capacity)
                {
                    _dropped = _events.Dequeue().Commit;
                }
            }
        }
    }

    public SystemPage Read(CommitPosition after, int limit)
    {
        lock (_lock)
        {
            (long Commit, Envelope Envelope)[] found = [.. _events.Where(item => IsAfter(item.Commit, item.Envelope, after)).Take(limit)];
            var next = found.Length == 0 ? after : new(found[^1].Commit, found[^1].Envelope.Key, found[^1].Envelope.Sequence);
            return new([.. found.Select(item => item.Envelope)], next, after.Commit < _dropped);
        }
    }

    private static bool IsAfter(long commit, Envelope envelope, CommitPosition position) => commit != position.Commit
        ? commit > position.Commit
        : string.CompareOrdinal(envelope.Key, position.Key) is var order && (order > 0 || (order == 0 && envelope.Sequence > position.Sequence));
}
