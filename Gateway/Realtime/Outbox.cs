namespace OrleansGameState.Gateway.Realtime;

/// <summary>
/// What waits to be sent to one client, bounded in bytes. Where the client is too slow, its queued deltas are dropped
/// and a fresh snapshot is due instead, taken when the client can take it.
/// </summary>
internal sealed class Outbox(int limit)
{
    private readonly Lock _lock = new();
    private Queue<Entry> _entries = new();
    private TaskCompletionSource? _waiting;
    private int _deltaBytes;
    private int _rawBytes;
    private bool _completed;

    /// <summary>Queues the beginning of a subscription: from after a sequence where given, else with a snapshot.</summary>
    public void Begin(Subscription subscription, long? after)
    {
        lock (_lock)
        {
            subscription.IsDue = true;
            _entries.Enqueue(new(subscription, null, default, after));
            Wake();
        }
    }

    /// <summary>Queues an event. False where the client was too slow, so that a snapshot is now due.</summary>
    public bool Post(Subscription subscription, Delta delta)
    {
        lock (_lock)
        {
            if (subscription.IsEnded || subscription.IsDue || _completed)
            {
                return true;
            }

            if (_deltaBytes + _rawBytes + delta.Size > limit)
            {
                DropDeltas(subscription);
                return false;
            }

            _deltaBytes += delta.Size;
            _entries.Enqueue(new(subscription, delta, default, null));
            Wake();
            return true;
        }
    }

    /// <summary>Queues bytes that belong to no entity. False where the client takes nothing and the queue is full.</summary>
    public bool Post(ReadOnlyMemory<byte> raw)
    {
        lock (_lock)
        {
            if (_completed || _rawBytes + raw.Length > limit)
            {
                return false;
            }

            _rawBytes += raw.Length;
            _entries.Enqueue(new(null, null, raw, null));
            Wake();
            return true;
        }
    }

    public void End(Subscription subscription)
    {
        lock (_lock)
        {
            subscription.IsEnded = true;
        }
    }

    /// <summary>Nothing more will come; the reader ends once what is queued is read.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            Wake();
        }
    }

    /// <summary>The next entry; null once completed and empty. One reader at a time.</summary>
    public async ValueTask<Entry?> Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (_lock)
            {
                if (_entries.TryDequeue(out var entry))
                {
                    return Taken(entry);
                }

                if (_completed)
                {
                    return null;
                }

                _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = _waiting.Task;
            }

            await wait.WaitAsync(cancellationToken);
        }
    }

    private Entry Taken(Entry entry)
    {
        _deltaBytes -= entry.Delta?.Size ?? 0;
        _rawBytes -= entry.Raw.Length;
        if (entry is { Subscription: { } subscription, Delta: null })
        {
            // Before the state is read, so that what is committed from now on is queued.
            subscription.IsDue = false;
        }

        return entry with { IsEnded = entry.Subscription?.IsEnded ?? false };
    }

    private void DropDeltas(Subscription slow)
    {
        var kept = new Queue<Entry>(_entries.Where(entry => entry.Delta is null));
        var due = _entries.Where(entry => entry.Delta is not null).Select(entry => entry.Subscription!).Append(slow).Distinct();
        foreach (var subscription in due.Where(subscription => !subscription.IsDue && !subscription.IsEnded))
        {
            subscription.IsDue = true;
            kept.Enqueue(new(subscription, null, default, null));
        }

        (_entries, _deltaBytes) = (kept, 0);
        Wake();
    }

    private void Wake()
    {
        _waiting?.TrySetResult();
        _waiting = null;
    }

    /// <summary>A delta, or raw bytes, or (with neither) a beginning.</summary>
    internal readonly record struct Entry(Subscription? Subscription, Delta? Delta, ReadOnlyMemory<byte> Raw, long? After, bool IsEnded = false);
}
