using Orleans.Streams;

namespace Orleans.Standin;

internal sealed class AsyncStream<T>(string provider, StreamId id, SiloRuntime silo, StreamHub hub) : IAsyncStream<T>
{
    public bool IsRewindable => false;

    public string ProviderName { get; } = provider;

    public StreamId StreamId { get; } = id;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        return hub.Channel(ProviderName, StreamId).WriteAsync(item);
    }

    public Task OnCompletedAsync() => throw new NotImplementedException("A stream of this provider does not end.");

    public Task OnErrorAsync(Exception ex) => throw new NotImplementedException("A stream of this provider does not fail.");

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer) => SubscribeAsync(observer, null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        if (observer is GrainReference)
        {
            throw new ArgumentException("On-behalf subscription via grain references is not supported. Only passing of object references is allowed.", nameof(observer));
        }

        if (token is not null || filterData is not null)
        {
            throw NotInThisBuild.Error("A subscription that begins in the past or has a filter");
        }

        var channel = hub.Channel(ProviderName, StreamId);
        var subscription = new Subscription(silo, channel, Activation.Current);
        subscription.Attach(Activation.Current, new Consumer<T>(observer));
        channel.Add(subscription);
        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(channel, subscription));
    }

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles()
    {
        var channel = hub.Channel(ProviderName, StreamId);
        var owner = Activation.Current?.GrainId;
        return Task.FromResult<IList<StreamSubscriptionHandle<T>>>(
            [.. channel.Subscriptions.Where(s => s.Owner == owner).Select(s => new SubscriptionHandle<T>(channel, s))]);
    }

    public bool Equals(IAsyncStream<T>? other) => other is not null && other.StreamId == StreamId && other.ProviderName == ProviderName;

    public override bool Equals(object? obj) => Equals(obj as IAsyncStream<T>);

    public override int GetHashCode() => HashCode.Combine(StreamId, ProviderName);

    public int CompareTo(IAsyncStream<T>? other) => other is null ? 1 : StreamId.CompareTo(other.StreamId);
}
