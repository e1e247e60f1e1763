namespace NetMQ.Core.Patterns;

/// <summary>What came from one address and waits. Touched only by the <see cref="Inbox" /> that holds it.</summary>
internal sealed class InboxQueue(int highWatermark)
{
    public int HighWatermark { get; } = highWatermark;

    public Queue<Message> Messages { get; } = new();

    public long Bytes { get; set; }

    /// <summary>Completes when senders may go on.</summary>
    public TaskCompletionSource? Room { get; set; }

    /// <summary>What comes is thrown away.</summary>
    public bool IsForgotten { get; set; }
}
