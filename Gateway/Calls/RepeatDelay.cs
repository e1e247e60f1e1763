namespace OrleansGameState.Gateway.Calls;

/// <summary>How long to wait before a call is made once more.</summary>
internal static class RepeatDelay
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Twice as long each time, up to the longest; between half of that and all of it, so that callers who failed together
    /// do not come back together.
    /// </summary>
    /// <param name="repetition">From 0.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static TimeSpan Of(int repetition, double random)
    {
        var whole = Math.Min(Shortest.TotalMilliseconds * Math.Pow(2, repetition), Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(whole * (1 + random) / 2);
    }
}
