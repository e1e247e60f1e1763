namespace Orleans.Standin;

/// <summary>One stream: hands each item to every subscription, in one order; a full subscription holds the writers up.</summary>
internal sealed class StreamChannel(string provider, StreamId id)
{
    private readonly SemaphoreSlim _order = new(1, 1);
    private readonly Lock _changing = new();
    private volatile Subscription[] _subscriptions = [];
    private long _last;

    internal string Provider { get; } = provider;

    internal StreamId Id { get; } = id;

    internal IReadOnlyList<Subscription> Subscriptions => _subscriptions;

    internal void Add(Subscription subscription)
    {
        lock (_changing)
        {
            _subscriptions = [.. _subscriptions, subscription];
        }
    }

    internal void Remove(Subscription subscription)
    {
        lock (_changing)
        {
            _subscriptions = [.. _subscriptions.Where(s => !ReferenceEquals(s, subscription))];
        }
    }

    internal async Task WriteAsync(object item)
    {
        await _order.WaitAsync();
        try
        {
            var token = new SequenceToken(++_last);
            foreach (var subscription in _subscriptions)
            {
                await subscription.WriteAsync(new(item, token));
            }
        }
        finally
        {
            _order.Release();
        }
    }
}
