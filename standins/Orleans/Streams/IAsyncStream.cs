namespace Orleans.Streams;

/// <summary>A stream, without the type of its items.</summary>
public interface IAsyncStream
{
    /// <summary>Whether a subscription can begin in the past.</summary>
    bool IsRewindable { get; }

    /// <summary>The provider's name.</summary>
    string ProviderName { get; }

    /// <summary>The stream's id.</summary>
    StreamId StreamId { get; }
}
