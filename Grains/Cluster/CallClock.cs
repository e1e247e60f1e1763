using System.Numerics;

namespace OrleansGameState.Grains.Cluster;

/// <summary>
/// Counts one method's calls and how long they took, in steps of an eighth. It only ever counts up and allocates nothing;
/// who reads compares with what it said before. Times are in ticks of 100 ns.
/// </summary>
internal sealed class CallClock(string grain, string method)
{
    /// <summary>Up to eight ticks one by one, then eight steps an octave; what takes over twenty minutes shares the last.</summary>
    public const int Steps = 8 * 32;

    private readonly long[] _steps = new long[Steps];
    private long _ticks;
    private long _failures;
    private long _longest;

    public string Grain => grain;

    public string Method => method;

    /// <summary>The time of all calls.</summary>
    public long Ticks => Volatile.Read(ref _ticks);

    public long Failures => Volatile.Read(ref _failures);

    /// <summary>A call has ended.</summary>
    /// <param name="ticks">What it took.</param>
    /// <param name="weight">How many calls it stands for.</param>
    public void Took(long ticks, int weight = 1)
    {
        Interlocked.Add(ref _steps[StepOf(ticks)], weight);
        Interlocked.Add(ref _ticks, ticks * weight);

        // Two at once may leave the shorter one.
        if (ticks > Volatile.Read(ref _longest))
        {
            Volatile.Write(ref _longest, ticks);
        }
    }

    /// <summary>With an exception; told beside <see cref="Took"/>.</summary>
    public void Failed(int weight = 1) => Interlocked.Add(ref _failures, weight);

    /// <summary>The longest call since this was last asked.</summary>
    public long TakeLongest() => Interlocked.Exchange(ref _longest, 0);

    /// <summary>How many calls took how long, by step.</summary>
    public long[] Copy() => [.. _steps];

    /// <summary>The last tick of a step.</summary>
    public static long EndOf(int step) => step < 8 ? step : ((9L + (step & 7)) << ((step >> 3) - 1)) - 1;

    /// <summary>The step of a time.</summary>
    public static int StepOf(long ticks)
    {
        if (ticks < 8)
        {
            return (int)Math.Max(ticks, 0);
        }

        var shift = BitOperations.Log2((ulong)ticks) - 3;
        return (int)Math.Min((8L * (shift + 1)) + ((ticks >> shift) & 7), Steps - 1);
    }
}
