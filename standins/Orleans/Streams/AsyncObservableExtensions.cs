using Orleans.Standin;

namespace Orleans.Streams;

/// <summary>Subscribes with delegates.</summary>
public static class AsyncObservableExtensions
{
    /// <summary>Subscribes from now on.</summary>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync) =>
        Require(obs).SubscribeAsync(new DelegateObserver<T>(onNextAsync, null, null));

    /// <inheritdoc cref="SubscribeAsync{T}(IAsyncObservable{T}, Func{T, StreamSequenceToken?, Task})"/>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync) =>
        Require(obs).SubscribeAsync(new DelegateObserver<T>(onNextAsync, onErrorAsync, null));

    /// <inheritdoc cref="SubscribeAsync{T}(IAsyncObservable{T}, Func{T, StreamSequenceToken?, Task})"/>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs, Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Task> onCompletedAsync) =>
        Require(obs).SubscribeAsync(new DelegateObserver<T>(onNextAsync, null, onCompletedAsync));

    /// <inheritdoc cref="SubscribeAsync{T}(IAsyncObservable{T}, Func{T, StreamSequenceToken?, Task})"/>
    public static Task<StreamSubscriptionHandle<T>> SubscribeAsync<T>(
        this IAsyncObservable<T> obs,
        Func<T, StreamSequenceToken?, Task> onNextAsync,
        Func<Exception, Task> onErrorAsync,
        Func<Task> onCompletedAsync) =>
        Require(obs).SubscribeAsync(new DelegateObserver<T>(onNextAsync, onErrorAsync, onCompletedAsync));

    private static IAsyncObservable<T> Require<T>(IAsyncObservable<T> obs)
    {
        ArgumentNullException.ThrowIfNull(obs);
        return obs;
    }
}
