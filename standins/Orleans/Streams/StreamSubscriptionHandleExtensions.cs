using Orleans.Standin;

namespace Orleans.Streams;

/// <summary>Resumes with delegates.</summary>
public static class StreamSubscriptionHandleExtensions
{
    /// <summary>Gives the subscription a new observer.</summary>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle, Func<T, StreamSequenceToken?, Task> onNextAsync, StreamSequenceToken? token = null) =>
        Require(handle).ResumeAsync(new DelegateObserver<T>(onNextAsync, null, null), token);

    /// <inheritdoc cref="ResumeAsync{T}(StreamSubscriptionHandle{T}, Func{T, StreamSequenceToken?, Task}, StreamSequenceToken?)"/>
    public static Task<StreamSubscriptionHandle<T>> ResumeAsync<T>(
        this StreamSubscriptionHandle<T> handle,
        Func<T, StreamSequenceToken?, Task> onNextAsync,
        Func<Exception, Task> onErrorAsync,
        StreamSequenceToken? token = null) =>
        Require(handle).ResumeAsync(new DelegateObserver<T>(onNextAsync, onErrorAsync, null), token);

    private static StreamSubscriptionHandle<T> Require<T>(StreamSubscriptionHandle<T> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return handle;
    }
}
