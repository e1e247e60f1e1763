namespace OrleansGameState.Bench.Calls;

/// <summary>Does nothing but answer, so that what is measured is the call.</summary>
[Alias("bench.IPingGrain")]
public interface IPingGrain : IGrainWithStringKey
{
    [Alias("Ping")]
    ValueTask<int> Ping(int number);

    /// <summary>The id of the process that it is in.</summary>
    [Alias("Process")]
    ValueTask<int> Process();
}
