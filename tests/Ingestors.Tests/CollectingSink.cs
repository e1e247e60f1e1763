using System.Threading.Channels;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Tests;

/// <summary>Takes frames, and lets a test wait for the next.</summary>
internal sealed class CollectingSink : IFrameSink
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly Channel<FeedFrame> _frames = Channel.CreateUnbounded<FeedFrame>();

    public ValueTask Deliver(FeedFrame frame, CancellationToken cancellationToken) => _frames.Writer.WriteAsync(frame, cancellationToken);

    public bool TryDeliver(FeedFrame frame, TimeSpan patience) => _frames.Writer.TryWrite(frame);

    public bool TryTake(out FeedFrame frame) => _frames.Reader.TryRead(out frame);

    public async Task<FeedFrame> Next() => await _frames.Reader.ReadAsync().AsTask().WaitAsync(Safety);
}
