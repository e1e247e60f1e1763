using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Grains.Cluster;

/// <summary>What one method's clock said in the last minute. Used by one at a time.</summary>
internal sealed class CallWindow(CallClock clock)
{
    private const int Marks = 6;

    private readonly Queue<Mark> _marks = new([new(new long[CallClock.Steps], 0, 0)]);
    private readonly Queue<long> _longest = new();
    private long _longestNow;

    /// <summary>All calls there ever were.</summary>
    public long Calls { get; private set; }

    /// <summary>Begins another of the parts that the minute is made of.</summary>
    public void Turn()
    {
        _marks.Enqueue(Now());
        _longest.Enqueue(_longestNow);
        _longestNow = 0;
        if (_marks.Count > Marks)
        {
            _marks.Dequeue();
            _longest.Dequeue();
        }
    }

    /// <summary>What it says; null where there was no call.</summary>
    public MethodReport? Report()
    {
        _longestNow = Math.Max(_longestNow, clock.TakeLongest());
        var (now, before) = (Now(), _marks.Peek());
        Calls = now.Steps.Sum();
        var steps = now.Steps.Zip(before.Steps, (later, earlier) => later - earlier).ToArray();
        var calls = steps.Sum();
        if (calls == 0)
        {
            return null;
        }

        var longest = _longest.Append(_longestNow).Max();
        return new(
            clock.Grain,
            clock.Method,
            calls,
            now.Failures - before.Failures,
            TimeSpan.FromTicks((now.Ticks - before.Ticks) / calls),
            TimeSpan.FromTicks(Math.Min(CallClock.EndOf(StepAt(steps, calls)), longest)),
            TimeSpan.FromTicks(longest));
    }

    private Mark Now() => new(clock.Copy(), clock.Ticks, clock.Failures);

    // Within which 99 of 100 are.
    private static int StepAt(long[] steps, long calls)
    {
        var (step, left) = (0, ((calls * 99) + 99) / 100);
        while ((left -= steps[step]) > 0)
        {
            step++;
        }

        return step;
    }

    private sealed record Mark(long[] Steps, long Ticks, long Failures);
}
