using System.Collections.Immutable;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>What a star system's event log tells.</summary>
internal static class StarSystemHistory
{
    // A system has a few events a day; one asked for more is asked for less.
    private const int MostPages = 20;

    /// <summary>
    /// The ticks after a sequence, of those committed between two instants. A page may be short of its limit where many other
    /// events lie between; its Next tells.
    /// </summary>
    public static async Task<TickPage> Ticks(IStarSystemGrain system, DateTimeOffset? from, DateTimeOffset? to, long after, int limit)
    {
        var ticks = new List<Envelope>();
        EventPage? last = null;
        var pages = 0;
        await foreach (var page in system.Pages(from, to, after))
        {
            last = page;
            foreach (var envelope in page.Events)
            {
                if (envelope.Event is not SystemTicked)
                {
                    continue;
                }

                if (ticks.Count == limit)
                {
                    return new(ticks, page.Oldest, page.Latest, ticks[^1].Sequence);
                }

                ticks.Add(envelope);
            }

            if (++pages == MostPages && page.Events.Length == EventRuns.PageSize)
            {
                return new(ticks, page.Oldest, page.Latest, page.Events[^1].Sequence);
            }
        }

        return new(ticks, last!.Oldest, last.Latest, null);
    }

    /// <summary>Influence between two instants; null where that is more than can be told at once.</summary>
    public static async Task<InfluenceView?> Influence(IStarSystemGrain system, DateTimeOffset from, DateTimeOffset to)
    {
        var line = new InfluenceLines();
        if ((await system.ReadAt(from)).Snapshot is { State.Last: { } before })
        {
            line.Add(from, before.Factions);
        }

        var pages = 0;
        await foreach (var page in system.Pages(from, to, 0))
        {
            if (pages++ == MostPages)
            {
                return null;
            }

            Add(line, page.Events);
        }

        var state = (await system.GetSnapshot()).State;
        return new(state.SystemAddress, StarSystemViews.Name(state), line.Times, line.Factions());
    }

    private static void Add(InfluenceLines line, ImmutableArray<Envelope> events)
    {
        foreach (var envelope in events)
        {
            switch (envelope.Event)
            {
                case SystemObserved e:
                    line.Add(e.Observation.ObservedAt, e.Observation.Factions);
                    break;
                case SystemTicked { Observation: { } observation }:
                    line.Add(observation.ObservedAt, observation.Factions);
                    break;
                case SystemTicked { Tick: var tick }:
                    // Another detector tells of the controlling faction alone.
                    line.Add(tick.Timestamp, tick.Metrics.CmfName, tick.Metrics.CmfInf);
                    break;
                default:
                    break;
            }
        }
    }
}
