using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer fires, and how.</summary>
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>A timer that does not interleave.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Until the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From a tick's end to the next; <see cref="Timeout.InfiniteTimeSpan"/> for a single tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick may run between other calls' turns.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick keeps the activation from being idle.</summary>
    public bool KeepAlive { get; init; }
}
