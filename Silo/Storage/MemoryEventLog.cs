using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>The last events of one entity. Written by its one activation, read by anybody.</summary>
internal sealed class MemoryEventLog(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<Envelope> _events = new();
    private long _latest;

    public void Append(ImmutableArray<Envelope> events)
    {
        lock (_lock)
        {
            foreach (var envelope in events)
            {
                _events.Enqueue(envelope);
                _latest = envelope.Sequence;
                if (_events.Count > capacity)
                {
                    _events.Dequeue();
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
}
