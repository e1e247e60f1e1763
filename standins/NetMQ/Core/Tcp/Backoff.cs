namespace NetMQ.Core.Tcp;

/// <summary>How long to wait before connecting again.</summary>
internal static class Backoff
{
    private const int MaxDoublings = 30;

    /// <summary>The interval, doubled with each failure up to the maximum (where there is one), and up to one interval more.</summary>
    /// <remarks><paramref name="maximum" />: Zero where the interval stays the same. <paramref name="random" />: From 0 to 1.</remarks>
    public static TimeSpan Next(TimeSpan interval, TimeSpan maximum, int failures, double random)
    {
        var current = interval;
        if (maximum > interval)
        {
            current = TimeSpan.FromMilliseconds(
                Math.Min(interval.TotalMilliseconds * Math.Pow(2, Math.Min(failures, MaxDoublings)), maximum.TotalMilliseconds));
        }

        return current + (interval * random);
    }
}
