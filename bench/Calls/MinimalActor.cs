using System.Threading.Channels;

namespace OrleansGameState.Bench.Calls;

/// <summary>The least an actor can be: a bounded mailbox, a loop, and a promise per call.</summary>
internal sealed class MinimalActor : IAsyncDisposable
{
    private readonly Channel<(int Number, TaskCompletionSource<int> Answer)> _mailbox =
        Channel.CreateBounded<(int, TaskCompletionSource<int>)>(new BoundedChannelOptions(1000) { SingleReader = true });

    private readonly Task _loop;

    public MinimalActor()
    {
        _loop = Task.Run(LoopAsync);
    }

    public async ValueTask<int> Ping(int number)
    {
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _mailbox.Writer.WriteAsync((number, answer));
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _mailbox.Writer.Complete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        await foreach (var (number, answer) in _mailbox.Reader.ReadAllAsync())
        {
            answer.SetResult(number);
        }
    }
}
