namespace Orleans.Streams;

/// <summary>A subscription; it outlives the activation that made it, which resumes it when it is activated again.</summary>
public abstract class StreamSubscriptionHandle<T> : IEquatable<StreamSubscriptionHandle<T>?>
{
    /// <summary>The stream's id.</summary>
    public abstract StreamId StreamId { get; }

    /// <summary>The provider's name.</summary>
    public abstract string ProviderName { get; }

    /// <summary>The subscription's id.</summary>
    public abstract Guid HandleId { get; }

    /// <summary>Ends the subscription; the handle is of no use after.</summary>
    public abstract Task UnsubscribeAsync();

    /// <summary>Gives the subscription a new observer; the handle returned replaces this one.</summary>
    public abstract Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null);

    /// <inheritdoc />
    public abstract bool Equals(StreamSubscriptionHandle<T>? other);
}
