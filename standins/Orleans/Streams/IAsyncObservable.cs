namespace Orleans.Streams;

/// <summary>What can be subscribed to.</summary>
public interface IAsyncObservable<T>
{
    /// <summary>Subscribes from now on.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer);

    /// <summary>Subscribes from a token on, which this build refuses unless it is null.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null);
}
