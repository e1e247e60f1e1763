namespace Orleans.Streams;

/// <summary>A place in a stream.</summary>
public abstract class StreamSequenceToken : IEquatable<StreamSequenceToken?>, IComparable<StreamSequenceToken?>
{
    /// <summary>Rises along the stream.</summary>
    public abstract long SequenceNumber { get; protected set; }

    /// <summary>The place within one batch.</summary>
    public abstract int EventIndex { get; protected set; }

    /// <inheritdoc />
    public abstract bool Equals(StreamSequenceToken? other);

    /// <inheritdoc />
    public abstract int CompareTo(StreamSequenceToken? other);
}
