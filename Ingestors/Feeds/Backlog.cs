namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// What was heard last of each part of a feed and not passed on, for when this process takes over: the one before may have died
/// with it. It grows neither old nor large.
/// </summary>
/// <param name="span">How far back it goes.</param>
/// <param name="capacity">The most that it keeps of a part.</param>
/// <param name="time">The clock.</param>
internal sealed class Backlog<TPart, T>(TimeSpan span, int capacity, TimeProvider time)
    where TPart : notnull
{
    private readonly Dictionary<TPart, Queue<(T Item, long HeardAt)>> _parts = [];

    public void Add(TPart part, T item)
    {
        if (!_parts.TryGetValue(part, out var heard))
        {
            _parts.Add(part, heard = []);
        }

        heard.Enqueue((item, time.GetTimestamp()));
        while (heard.Count > capacity || time.GetElapsedTime(heard.Peek().HeardAt) > span)
        {
            heard.Dequeue();
        }
    }

    /// <summary>Takes what was heard of the part within the span, in the order in which it was.</summary>
    public IReadOnlyList<T> Take(TPart part) => _parts.Remove(part, out var heard)
        ? [.. heard.Where(entry => time.GetElapsedTime(entry.HeardAt) <= span).Select(entry => entry.Item)]
        : [];
}
