using System.Diagnostics;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Calls;

/// <summary>Callers that each wait for an answer before they call again.</summary>
internal static class Callers
{
    // Answers that come at once would let a caller keep its thread for ever, and the others starve.
    private const int CallsBetweenYields = 16;

    /// <param name="callers">How many call at once.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="callOf">What a caller calls, by its number.</param>
    public static async Task<Sample> MeasureAsync(int callers, TimeSpan duration, Func<int, Func<int, ValueTask<int>>> callOf)
    {
        using var own = Process.GetCurrentProcess();
        var (cpu, started) = (own.TotalProcessorTime, Stopwatch.GetTimestamp());
        var end = started + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var calls = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallUntil(end, callOf(caller)))));
        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(calls.Sum() / elapsed.TotalSeconds, (own.TotalProcessorTime - cpu).TotalMicroseconds / calls.Sum(), 0);
    }

    private static async Task<long> CallUntil(long end, Func<int, ValueTask<int>> call)
    {
        var number = 0;
        while (Stopwatch.GetTimestamp() < end)
        {
            for (var turn = 0; turn < CallsBetweenYields; turn++, number++)
            {
                if (await call(number) != number)
                {
                    throw new InvalidOperationException($"Call {number} got another call's answer.");
                }
            }

            await Task.Yield();
        }

        return number;
    }
}
