namespace NetMQ.Core;

/// <summary>The end of a time that a caller is ready to wait.</summary>
internal readonly struct Deadline(TimeSpan timeout)
{
    private readonly long _at = timeout < TimeSpan.Zero ? long.MaxValue : Environment.TickCount64 + (long)timeout.TotalMilliseconds;

    /// <summary>Milliseconds; negative where it never ends.</summary>
    public long Remaining => _at == long.MaxValue ? -1 : Math.Max(0, _at - Environment.TickCount64);

    public bool HasPassed => Remaining == 0;
}
