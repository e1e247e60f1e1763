using Orleans.Concurrency;

namespace OrleansGameState.Standins.Tests.Orleans.Turns;

public interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Signals that it has begun and waits for the gate.</summary>
    Task Hold(string gate);

    Task Mark(string mark);

    [ReadOnly]
    Task HoldReading(string gate);

    [ReadOnly]
    Task MarkReading(string mark);

    [AlwaysInterleave]
    Task MarkAlways(string mark);

    [OneWay]
    Task HoldOneWay(string gate);

    [OneWay]
    Task ThrowOneWay(string mark);

    Task<bool> StaysOnItsScheduler();

    /// <summary>What was thrown, if anything.</summary>
    Task<string?> UseFactoryOutside();

    Task<int> CountUp(int times);

    Task<string> AskBack(ITurnGrain other, bool isAllowed);

    Task<string> Ask(ITurnGrain other);

    Task<string> Answer();
}
