namespace Orleans.Streams;

/// <summary>Streams by namespace and key.</summary>
public static class StreamProviderExtensions
{
    /// <summary>The stream of this key, without a namespace.</summary>
    public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string id) => Of<T>(streamProvider, StreamId.Create(null, id));

    /// <summary>The stream of this namespace and key.</summary>
    public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, string id) =>
        Of<T>(streamProvider, StreamId.Create(ns, id));

    /// <summary>The stream of this namespace and key.</summary>
    public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, Guid id) =>
        Of<T>(streamProvider, StreamId.Create(ns, id));

    /// <summary>The stream of this namespace and key.</summary>
    public static IAsyncStream<T> GetStream<T>(this IStreamProvider streamProvider, string ns, long id) =>
        Of<T>(streamProvider, StreamId.Create(ns, id));

    private static IAsyncStream<T> Of<T>(IStreamProvider streamProvider, StreamId id)
    {
        ArgumentNullException.ThrowIfNull(streamProvider);
        return streamProvider.GetStream<T>(id);
    }
}
