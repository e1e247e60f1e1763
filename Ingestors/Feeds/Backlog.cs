namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// What was heard last of each world and not passed on, for when this process takes over: the one before may have died
/// with it. It grows neither old nor large.
/// </summary>
/// <param name="span">How far back it goes.</param>
/// <param name="capacity">The most that it keeps of a world.</param>
/// <param name="time">The clock.</param>
internal sealed class Backlog<T>(TimeSpan span, int capacity, TimeProvider time)
{
    private readonly Dictionary<int, Queue<(T Item, long HeardAt)>> _worlds = [];

    public void Add(int worldId, T item)
    {
        if (!_worlds.TryGetValue(worldId, out var heard))
        {
            _worlds.Add(worldId, heard = []);
        }

        heard.Enqueue((item, time.GetTimestamp()));
        while (heard.Count > capacity || time.GetElapsedTime(heard.Peek().HeardAt) > span)
        {
            heard.Dequeue();
        }
    }

    /// <summary>Takes what was heard of the world within the span, in the order in which it was.</summary>
    public IReadOnlyList<T> Take(int worldId) => _worlds.Remove(worldId, out var heard)
        ? [.. heard.Where(entry => time.GetElapsedTime(entry.HeardAt) <= span).Select(entry => entry.Item)]
        : [];
}
