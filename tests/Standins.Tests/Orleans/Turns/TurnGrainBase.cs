namespace OrleansGameState.Standins.Tests.Orleans.Turns;

public abstract class TurnGrainBase : Grain, ITurnGrain
{
    private int _count;

    public async Task Hold(string gate)
    {
        Signals.Set(gate + "/begun");
        await Signals.Get(gate);
    }

    public Task HoldReading(string gate) => Hold(gate);

    public Task HoldOneWay(string gate) => Hold(gate);

    public Task Mark(string mark)
    {
        Signals.Set(mark);
        return Task.CompletedTask;
    }

    public Task MarkReading(string mark) => Mark(mark);

    public Task MarkAlways(string mark) => Mark(mark);

    public Task ThrowOneWay(string mark)
    {
        Signals.Set(mark);
        throw new InvalidOperationException(mark);
    }

    public async Task<bool> StaysOnItsScheduler()
    {
        var before = TaskScheduler.Current;
        var outside = await Task.Run(() => TaskScheduler.Current);
        await Task.Yield();
        return before != TaskScheduler.Default && TaskScheduler.Current == before && outside == TaskScheduler.Default;
    }

    public Task<string?> UseFactoryOutside() => Task.Run(() =>
    {
        try
        {
            GrainFactory.GetGrain<IPlainTurnGrain>("other");
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.GetType().Name;
        }
    });

    /// <summary>Loses counts if two of its turns run at once.</summary>
    public async Task<int> CountUp(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var seen = _count;
            Thread.SpinWait(20);
            _count = seen + 1;
            await Task.Yield();
        }

        return _count;
    }

    public async Task<string> AskBack(ITurnGrain other, bool isAllowed)
    {
        if (!isAllowed)
        {
            return await other.Ask(this.AsReference<ITurnGrain>());
        }

        using var section = RequestContext.AllowCallChainReentrancy();
        return await other.Ask(this.AsReference<ITurnGrain>());
    }

    public Task<string> Ask(ITurnGrain other) => other.Answer();

    public Task<string> Answer() => Task.FromResult("answer");
}
