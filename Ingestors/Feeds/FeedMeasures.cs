using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>A feed's health: what is only measured, per part, such as a world, and for the connection that they share.</summary>
internal sealed class FeedMeasures(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Measures> _parts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _ignored = new(StringComparer.Ordinal);
    private DateTimeOffset? _lastFrameAt;
    private long _reconnects;

    /// <summary>What one part shows; refusals that name no part count for all that share the connection.</summary>
    internal sealed record View(
        DateTimeOffset? LastFrameAt,
        DateTimeOffset? LastAcceptedAt,
        double EventsPerMinute,
        long Accepted,
        long Reconnects,
        DateTimeOffset? LastPollAt,
        ImmutableSortedDictionary<string, long> Refusals);

    /// <summary>The frame that is taken now, by its feed and when it was received; nothing between frames. For the one who takes them.</summary>
    public (string Feed, long Received) Taking { get; set; }

    public void Framed(string feed)
    {
        FeedMeters.Frames.Add(1, FeedMeters.Feed(feed));
        lock (_lock)
        {
            _lastFrameAt = time.GetUtcNow();
        }
    }

    /// <summary>A command of that frame is answered.</summary>
    public void Settled((string Feed, long Received) frame)
    {
        if (frame.Received != 0)
        {
            FeedMeters.Lag.Record(time.GetElapsedTime(frame.Received).TotalSeconds, FeedMeters.Feed(frame.Feed));
        }
    }

    public void Accepted(string part, int messages)
    {
        FeedMeters.Accepted.Add(messages);
        lock (_lock)
        {
            Of(part).Accept(messages, time.GetUtcNow());
        }
    }

    /// <param name="reason">Counted by it.</param>
    /// <param name="part">Null where it is not known whom it concerned.</param>
    public void Refused(string reason, string? part = null)
    {
        FeedMeters.Refusals.Add(1, FeedMeters.Reason(reason));
        lock (_lock)
        {
            Count(part is not null ? Of(part).Refusals : _refusals, reason);
        }
    }

    public void Ignored(string reason)
    {
        FeedMeters.Ignored.Add(1, FeedMeters.Reason(reason));
        lock (_lock)
        {
            Count(_ignored, reason);
        }
    }

    public void Reconnected()
    {
        FeedMeters.Reconnects.Add(1);
        lock (_lock)
        {
            _reconnects++;
        }
    }

    public void Polled(string part, DateTimeOffset requestedAt)
    {
        lock (_lock)
        {
            Of(part).LastPollAt = requestedAt;
        }
    }

    public View Of(string part, DateTimeOffset now)
    {
        lock (_lock)
        {
            var measured = Of(part);
            var refusals = _refusals.ToImmutableSortedDictionary(StringComparer.Ordinal).ToBuilder();
            foreach (var (reason, count) in measured.Refusals)
            {
                refusals[reason] = refusals.GetValueOrDefault(reason) + count;
            }

            return new(_lastFrameAt, measured.LastAcceptedAt, measured.PerMinute(now), measured.Total, _reconnects, measured.LastPollAt, refusals.ToImmutable());
        }
    }

    public long IgnoredFor(string reason)
    {
        lock (_lock)
        {
            return _ignored.GetValueOrDefault(reason);
        }
    }

    private Measures Of(string part)
    {
        if (!_parts.TryGetValue(part, out var measures))
        {
            _parts.Add(part, measures = new());
        }

        return measures;
    }

    private static void Count(SortedDictionary<string, long> counts, string reason) =>
        counts[reason] = counts.GetValueOrDefault(reason) + 1;

    private sealed class Measures
    {
        // One bucket a second; the last minute is the rate.
        private readonly long[] _counts = new long[60];
        private readonly long[] _seconds = new long[60];

        public SortedDictionary<string, long> Refusals { get; } = new(StringComparer.Ordinal);

        public DateTimeOffset? LastAcceptedAt { get; private set; }

        public DateTimeOffset? LastPollAt { get; set; }

        public long Total { get; private set; }

        public void Accept(int messages, DateTimeOffset now)
        {
            LastAcceptedAt = now;
            Total += messages;
            var second = now.ToUnixTimeSeconds();
            var bucket = (int)(second % 60);
            _counts[bucket] = _seconds[bucket] == second ? _counts[bucket] + messages : messages;
            _seconds[bucket] = second;
        }

        public double PerMinute(DateTimeOffset now)
        {
            var oldest = now.ToUnixTimeSeconds() - 60;
            var sum = 0L;
            for (var bucket = 0; bucket < 60; bucket++)
            {
                sum += _seconds[bucket] > oldest ? _counts[bucket] : 0;
            }

            return sum;
        }
    }
}
