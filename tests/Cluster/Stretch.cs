using System.Diagnostics;

namespace OrleansGameState.Cluster;

/// <summary>The longest time between two answers of one kind.</summary>
internal sealed class Stretch(string what)
{
    private readonly Lock _lock = new();
    private long _last = Stopwatch.GetTimestamp();
    private TimeSpan _longest;
    private long _answers;

    public string What => what;

    public long Answers
    {
        get
        {
            lock (_lock)
            {
                return _answers;
            }
        }
    }

    /// <summary>Up to now, if nothing came since the last one.</summary>
    public TimeSpan Longest
    {
        get
        {
            lock (_lock)
            {
                var now = Stopwatch.GetElapsedTime(_last);
                return now > _longest ? now : _longest;
            }
        }
    }

    public void Answered()
    {
        lock (_lock)
        {
            var passed = Stopwatch.GetElapsedTime(_last);
            _longest = passed > _longest ? passed : _longest;
            _last = Stopwatch.GetTimestamp();
            _answers++;
        }
    }
}
