namespace Orleans.Streams;

/// <summary>Gives streams.</summary>
public interface IStreamProvider
{
    /// <summary>The provider's name.</summary>
    string Name { get; }

    /// <summary>Whether a subscription can begin in the past; not in this build.</summary>
    bool IsRewindable { get; }

    /// <summary>The stream of this id; nothing is made before it is used.</summary>
    IAsyncStream<T> GetStream<T>(StreamId streamId);
}
