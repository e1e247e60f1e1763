using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A stretch of an entity's history, page by page.</summary>
internal static class EventRuns
{
    /// <summary>Events of a page.</summary>
    public const int PageSize = 1000;

    /// <summary>Pages from <paramref name="from"/> on and before <paramref name="to"/>, after a sequence; the last one is short.</summary>
    public static async IAsyncEnumerable<EventPage> Pages(this IEntityGrain entity, DateTimeOffset? from, DateTimeOffset? to, long after)
    {
        while (true)
        {
            var page = from is null && to is null
                ? await entity.ReadEvents(after, PageSize)
                : await entity.ReadEventsBetween(from ?? DateTimeOffset.UnixEpoch, to ?? DateTimeOffset.MaxValue, after, PageSize);
            yield return page;
            if (page.Events.Length < PageSize)
            {
                yield break;
            }

            after = page.Events[^1].Sequence;
        }
    }
}
