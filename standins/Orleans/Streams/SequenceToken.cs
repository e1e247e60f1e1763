using Orleans.Streams;

namespace Orleans.Standin;

internal sealed class SequenceToken(long number) : StreamSequenceToken
{
    public override long SequenceNumber { get; protected set; } = number;

    public override int EventIndex { get; protected set; }

    public override bool Equals(StreamSequenceToken? other) => other is not null && CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as StreamSequenceToken);

    public override int GetHashCode() => SequenceNumber.GetHashCode();

    public override int CompareTo(StreamSequenceToken? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byNumber = SequenceNumber.CompareTo(other.SequenceNumber);
        return byNumber != 0 ? byNumber : EventIndex.CompareTo(other.EventIndex);
    }

    public override string ToString() => $"[{SequenceNumber}:{EventIndex}]";
}
