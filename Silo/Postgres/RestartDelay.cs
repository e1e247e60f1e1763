namespace OrleansGameState.Silo.Postgres;

/// <summary>How long to wait before a server that ended is started again.</summary>
internal static class RestartDelay
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A server that ran for this long before it ended is started again at once.</summary>
    public static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    /// <param name="failures">Restarts since it last ran steadily; the first is at once, then 1 s, 2 s, 4 s and so on.</param>
    public static TimeSpan After(int failures) => failures <= 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 10) - 1)));
}
