namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// Messages that the feeds brought, by the minute, over the last eight hours: soft state. Where it is known, a silence is no
/// time in which nothing changed, and a rush of messages, such as after the weekly maintenance, brings its share of false ones.
/// </summary>
internal sealed class FeedTraffic
{
    private const int Minutes = 480;

    private readonly int[] _counts = new int[Minutes];
    private readonly Dictionary<string, long> _accepted = [];
    private long _first = long.MaxValue;
    private long _last = long.MinValue;

    /// <summary>Takes what a feed accepted since its ingestor started; the first report only says from where to count.</summary>
    public void Report(string feed, long accepted, DateTimeOffset now)
    {
        var isKnown = _accepted.TryGetValue(feed, out var before);
        _accepted[feed] = accepted;
        Add(now, isKnown ? (int)Math.Clamp(accepted >= before ? accepted - before : accepted, 0, int.MaxValue / Minutes) : 0);
    }

    public void Add(DateTimeOffset now, int messages)
    {
        var minute = MinuteOf(now);
        if (_first == long.MaxValue)
        {
            // Only a part of this minute is heard.
            (_first, _last) = (minute + 1, minute);
            return;
        }

        for (var next = Math.Max(_last + 1, minute - Minutes + 1); next <= minute; next++)
        {
            _counts[next % Minutes] = 0;
        }

        _last = Math.Max(_last, minute);
        _first = Math.Max(_first, _last - Minutes + 1);
        if (minute >= _first)
        {
            _counts[minute % Minutes] += messages;
        }
    }

    /// <summary>The time in between as usual traffic would fill it: less where feeds were silent, more in a rush; the time itself where nothing is known.</summary>
    public TimeSpan Filled(DateTimeOffset from, DateTimeOffset to)
    {
        var usual = Usual();
        var filled = 0.0;
        for (var at = from; at < to;)
        {
            var minute = MinuteOf(at);
            var end = Start(minute + 1) < to ? Start(minute + 1) : to;
            filled += (end - at).TotalMinutes * (usual > 0 && Knows(minute) ? _counts[minute % Minutes] / usual : 1);
            at = end;
        }

        return TimeSpan.FromMinutes(filled);
    }

    /// <summary>The time in between without the minutes in which nothing came.</summary>
    public TimeSpan Heard(DateTimeOffset from, DateTimeOffset to)
    {
        var silent = 0;
        for (var minute = MinuteOf(from) + 1; minute < MinuteOf(to); minute++)
        {
            silent += Knows(minute) && _counts[minute % Minutes] == 0 ? 1 : 0;
        }

        return to - from - TimeSpan.FromMinutes(silent);
    }

    // The minute that runs is not whole yet.
    private bool Knows(long minute) => minute >= _first && minute < _last;

    private double Usual()
    {
        var (messages, minutes) = (0L, 0);
        for (var minute = _first; minute < _last; minute++)
        {
            messages += _counts[minute % Minutes];
            minutes += _counts[minute % Minutes] > 0 ? 1 : 0;
        }

        return minutes == 0 ? 0 : (double)messages / minutes;
    }

    private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;

    private static DateTimeOffset Start(long minute) => new(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
