using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class FrameQueueTests
{
    [Fact]
    public void TryDeliver_WhereItStaysFull_SaysSo()
    {
        var queue = new FrameQueue(1, TimeProvider.System);

        Assert.True(queue.TryDeliver(default, TimeSpan.FromSeconds(30)));
        Assert.False(queue.TryDeliver(default, TimeSpan.FromMilliseconds(1)));
        Assert.True(queue.Reader.TryRead(out _));
        Assert.True(queue.TryDeliver(default, TimeSpan.FromSeconds(30)));
    }
}
