namespace OrleansGameState.Ingestors.Feeds;

/// <summary>What a source delivered, as it came; recordings hold the very same.</summary>
/// <param name="At">When it came.</param>
/// <param name="Feed">Which feed, such as <c>territory/push</c>.</param>
/// <param name="Content">Its bytes; nothing is known of them yet.</param>
internal readonly record struct FeedFrame(DateTimeOffset At, string Feed, ReadOnlyMemory<byte> Content)
{
    /// <summary>The clock's timestamp when it was queued; 0 of one that was not. What is measured begins here.</summary>
    public long Received { get; init; }

    /// <summary>The content is zlib's; what it holds is what a recording keeps.</summary>
    public bool IsDeflated { get; init; }

    /// <summary>What it came under where its feed has topics, as UTF-8; else empty.</summary>
    public ReadOnlyMemory<byte> Topic { get; init; }
}
