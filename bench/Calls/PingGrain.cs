namespace OrleansGameState.Bench.Calls;

internal sealed class PingGrain : Grain, IPingGrain
{
    public ValueTask<int> Ping(int number) => new(number);

    public ValueTask<int> Process() => new(Environment.ProcessId);
}
