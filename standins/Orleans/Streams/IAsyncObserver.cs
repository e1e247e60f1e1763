namespace Orleans.Streams;

/// <summary>Receives a stream's items.</summary>
public interface IAsyncObserver<in T>
{
    /// <summary>The next item. The one after it comes when this has ended.</summary>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    /// <summary>No more items come.</summary>
    Task OnCompletedAsync();

    /// <summary>An item could not be delivered.</summary>
    Task OnErrorAsync(Exception ex);
}
