using System.Diagnostics;

namespace OrleansGameState.Bench.Fanout;

/// <summary>When each client got one message.</summary>
internal sealed class Arrivals(int clients)
{
    private readonly long[] _at = new long[clients];
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = clients;

    public Task Complete => _complete.Task;

    public void Note(int client, long at)
    {
        if (_at[client] == 0)
        {
            _at[client] = at;
            if (Interlocked.Decrement(ref _missing) == 0)
            {
                _complete.SetResult();
            }
        }
    }

    /// <summary>Milliseconds from an instant to each arrival, sorted.</summary>
    public double[] Since(long ticks) => [.. _at.Select(at => (at - ticks) * 1000.0 / Stopwatch.Frequency).Order()];
}
