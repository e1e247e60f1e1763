namespace OrleansGameState.Ingestors.Feeds;

/// <summary>Makes of frames what they mean. One caller at a time.</summary>
internal interface IFrameTaker
{
    /// <summary>
    /// The frame as it is recorded and taken: readable. It may lie in memory that the next call overwrites.
    /// </summary>
    FeedFrame Open(FeedFrame frame) => frame;

    ValueTask Take(FeedFrame frame, CancellationToken cancellationToken);

    /// <summary>Time has passed.</summary>
    ValueTask Tick(CancellationToken cancellationToken);

    /// <summary>Nothing more will come.</summary>
    ValueTask Flush(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
