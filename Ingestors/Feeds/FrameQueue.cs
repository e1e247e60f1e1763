using System.Threading.Channels;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>The bounded queue between a feed's sources and its one reader.</summary>
internal sealed class FrameQueue(int capacity, TimeProvider time) : IFrameSink
{
    private readonly Channel<FeedFrame> _frames = Channel.CreateBounded<FeedFrame>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    public ChannelReader<FeedFrame> Reader => _frames.Reader;

    public ValueTask Deliver(FeedFrame frame, CancellationToken cancellationToken) =>
        _frames.Writer.WriteAsync(Received(frame), cancellationToken);

    public bool TryDeliver(FeedFrame frame, TimeSpan patience)
    {
        frame = Received(frame);
        if (_frames.Writer.TryWrite(frame))
        {
            return true;
        }

        using var deadline = new CancellationTokenSource(patience, time);
        var write = _frames.Writer.WriteAsync(frame, deadline.Token).AsTask();
        Task.WaitAny(write);
        return write.IsCompletedSuccessfully;
    }

    private FeedFrame Received(FeedFrame frame) => frame with { Received = time.GetTimestamp() };
}
