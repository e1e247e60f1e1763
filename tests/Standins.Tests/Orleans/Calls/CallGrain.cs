namespace OrleansGameState.Standins.Tests.Orleans.Calls;

public sealed class CallGrain : Grain, ICallGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<Money> Echo(Money money) => Task.FromResult(money);

    public async ValueTask<int> Add(int left, int right)
    {
        await Task.Yield();
        return left + right;
    }

    public Task Nothing() => Task.CompletedTask;

    public async ValueTask NothingAtAll() => await Task.Yield();

    public Task<string?> EchoText(string? text) => Task.FromResult(text);

    public Task Throw(string message) => throw new InvalidOperationException(message);

    public async Task ThrowLater(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task<string> AskOther(ICallGrain other) => other.Key();

    public Task<ICallGrain> Self() => Task.FromResult(this.AsReference<ICallGrain>());

    public Task<string> Overloaded(int number) => Task.FromResult("number");

    public Task<string> Overloaded(string text) => Task.FromResult("text");

    public async Task WaitUntilCancelled(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        Signals.Set(key + "/waiting");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Signals.Set(key + "/cancelled");
            throw;
        }
    }
}
