using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class TurnQueueTests
{
    [Fact]
    public async Task Turns_ComeOneByOneInOrder()
    {
        var queue = new TurnQueue();
        await queue.Wait();
        Task[] waiting = [queue.Wait().AsTask(), queue.Wait().AsTask(), queue.Wait().AsTask()];

        for (var turn = 0; turn < waiting.Length; turn++)
        {
            Assert.All(waiting[turn..], later => Assert.False(later.IsCompleted));
            queue.End();
            await waiting[turn].WaitAsync(TimeSpan.FromSeconds(20));
        }

        queue.End();
        await queue.Wait().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }
}
