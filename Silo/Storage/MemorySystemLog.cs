using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// The last events of all entities of one system, in the order of their commits. Commits are numbered from the process's
/// time on, in microseconds: a position that a process before this one gave is told apart from those of this one.
/// </summary>
internal sealed class MemorySystemLog(int capacity, DateTimeOffset begun, bool isWhole)
{
    private readonly long _first = (begun.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
    private readonly Lock _lock = new();
    private readonly Queue<(long Commit, Envelope Envelope)> _events = new();
    private long _commits;

    // Whoever begins with the first event there ever was, at 0, misses those from before the process.
    private long _dropped = isWhole ? 0 : 1;

    public void Append(ImmutableArray<Envelope> events)
    {
        lock (_lock)
        {
            var commit = _first + _commits++;
            foreach (var envelope in events)
            {
                _events.Enqueue((commit, envelope));
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
            var isForeign = after.Commit > 0 && (after.Commit < _first || after.Commit >= _first + _commits);
            var start = isForeign ? CommitPosition.Start : after;
            (long Commit, Envelope Envelope)[] found = [.. _events.Where(item => IsAfter(item.Commit, item.Envelope, start)).Take(limit)];
            var next = found.Length == 0 ? after : new(found[^1].Commit, found[^1].Envelope.Key, found[^1].Envelope.Sequence);
            return new([.. found.Select(item => item.Envelope)], next, isForeign || start.Commit < _dropped);
        }
    }

    private static bool IsAfter(long commit, Envelope envelope, CommitPosition position) => commit != position.Commit
        ? commit > position.Commit
        : string.CompareOrdinal(envelope.Key, position.Key) is var order && (order > 0 || (order == 0 && envelope.Sequence > position.Sequence));
}
