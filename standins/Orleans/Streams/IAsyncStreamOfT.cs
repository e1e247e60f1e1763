namespace Orleans.Streams;

/// <summary>A stream: items written to it reach each subscriber, in order.</summary>
public interface IAsyncStream<T> :
    IAsyncStream, IEquatable<IAsyncStream<T>>, IComparable<IAsyncStream<T>>, IAsyncObservable<T>, IAsyncObserver<T>
{
    /// <summary>The subscriptions of whoever asks.</summary>
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}
