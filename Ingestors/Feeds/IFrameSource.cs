namespace OrleansGameState.Ingestors.Feeds;

/// <summary>A connection, a poll or a recording: it delivers frames and knows nothing of their meaning.</summary>
internal interface IFrameSource
{
    /// <summary>Delivers until cancelled, or until there is nothing more.</summary>
    Task Run(IFrameSink sink, CancellationToken cancellationToken);
}
