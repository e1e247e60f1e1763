namespace OrleansGameState.Ingestors.Feeds;

/// <summary>Takes what sources deliver; makes them wait where it is full.</summary>
internal interface IFrameSink
{
    ValueTask Deliver(FeedFrame frame, CancellationToken cancellationToken);

    /// <summary>
    /// For callbacks that cannot await: holds the caller's thread while the queue is full, which is what makes a socket's
    /// reader wait. False where there was no room for as long as <paramref name="patience"/>.
    /// </summary>
    bool TryDeliver(FeedFrame frame, TimeSpan patience);
}
