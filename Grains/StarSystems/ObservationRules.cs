using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// What a journal's word of the system makes of it: a tick where states or influence changed, else at most the new
/// observation. Most tell nothing new, and these cost a comparison.
/// </summary>
internal static class ObservationRules
{
    /// <summary>A system whose states are what they were, so little after they changed, was told of falsely: days lie between the ticks.</summary>
    public static readonly TimeSpan RevertsWithin = TimeSpan.FromHours(6);

    public static Decision<StarSystemEvent> Decide(StarSystemState system, StarSystemSight sight, Observation observation, DateTimeOffset now, StarSystemOptions options)
    {
        if (StarSystemRules.RefuseFuture(observation.ObservedAt, "observation.observedAt", now) is { } future)
        {
            return new([], [future]);
        }

        if (system.Last is not { } last)
        {
            return ObservedFields.Refuse(observation) is { } unnamed ? new([], [unnamed]) : Seen(Carried(observation, []));
        }

        if (observation.ObservedAt < last.ObservedAt)
        {
            return Older(observation, last.ObservedAt);
        }

        var told = Completed(observation, last);
        if (SameContent.Is(told, last))
        {
            return Decision<StarSystemEvent>.Nothing;
        }

        if (sight.SeenLast(system) is { } seen && observation.ObservedAt <= seen)
        {
            return Older(observation, seen);
        }

        return ObservedFields.Refuse(observation) is { } refused
            ? new([], [refused])
            : Changed(system, sight, last, Carried(told, last.Factions), options);
    }

    private static Decision<StarSystemEvent> Changed(StarSystemState system, StarSystemSight sight, Observation last, Observation next, StarSystemOptions options)
    {
        // Where no factions were known, none of them came now: they were there and nobody had told.
        var since = sight.SeenLast(system) ?? last.ObservedAt;
        if (last.Factions.IsEmpty || TickMetricsRules.Compare(system, last, next, since, options) is not { } metrics)
        {
            return Seen(next);
        }

        var tick = new SystemTick(next.Name, system.SystemAddress, since, next.ObservedAt, DayCount(system, next.ObservedAt), system.IsColony ?? false, metrics, TickSource.Observed, "");
        var events = ImmutableArray.CreateBuilder<StarSystemEvent>();
        events.Add(KnownFacts.IsKnown(system, tick) ? new SystemObserved(next.ObservedAt, next) : new SystemTicked(next.ObservedAt, tick, next, Reverts(system, next, metrics)));
        AddFactionsChanged(events, system, tick);
        AddExpansion(events, system, tick);
        return new(events.ToImmutable(), []);
    }

    private static void AddFactionsChanged(ImmutableArray<StarSystemEvent>.Builder events, StarSystemState system, SystemTick tick)
    {
        var changes = new FactionsChanged(tick.Timestamp, tick.System, tick.SystemAddress, tick.IsColony, tick.Metrics.FactionChanges, TickSource.Observed, "");
        if (KnownFacts.Unknown(system, changes) is { } news)
        {
            events.Add(news);
        }
    }

    private static void AddExpansion(ImmutableArray<StarSystemEvent>.Builder events, StarSystemState system, SystemTick tick)
    {
        var expansion = new FactionExpandedFrom(
            tick.Timestamp, tick.System, tick.SystemAddress, tick.IsColony, tick.Metrics.CmfName, -tick.Metrics.CmfInfDrop, tick.Metrics.CmfHasExpanded, TickSource.Observed, "");
        if (tick.Metrics.CmfExpansionTax && !KnownFacts.IsKnown(system, expansion))
        {
            events.Add(expansion);
        }
    }

    private static Decision<StarSystemEvent> Seen(Observation observation) =>
        Decision<StarSystemEvent>.Of(new SystemObserved(observation.ObservedAt, observation));

    private static Decision<StarSystemEvent> Older(Observation observation, DateTimeOffset seen) =>
        Decision<StarSystemEvent>.Reject("older", "observation.observedAt", $"{observation.ObservedAt:O} is not after {seen:O}, when the system was seen otherwise.");

    private static int DayCount(StarSystemState system, DateTimeOffset at) => 1 + system.RecentTicks.Count(tick => at - tick < StarSystemState.CountedDays);

    private static bool Reverts(StarSystemState system, Observation next, TickMetrics metrics) =>
        metrics.StateChange
        && system.StatePass is { } pass
        && next.ObservedAt - pass.Until < RevertsWithin
        && system.StatesBefore == StatesCrc.Of(next.Factions);

    // What a message leaves out it does not deny: many come without the factions.
    private static Observation Completed(Observation observation, Observation last)
    {
        if (observation.Factions.IsDefaultOrEmpty && !last.Factions.IsEmpty)
        {
            return last with
            {
                ObservedAt = observation.ObservedAt,
                Name = observation.Name,
                Position = observation.Position ?? last.Position,
                Population = observation.Population == 0 ? last.Population : observation.Population,
            };
        }

        return observation.Position is null && last.Position is not null ? observation with { Position = last.Position } : observation;
    }

    private static Observation Carried(Observation told, ImmutableArray<FactionPresence> before)
    {
        var factions = ImmutableArray.CreateBuilder<FactionPresence>();
        foreach (var (old, now) in FactionPair.Of(before, told.Factions.IsDefault ? [] : told.Factions))
        {
            if (now is not null)
            {
                factions.Add(Carried(old, now));
            }
        }

        return told with
        {
            Name = TextPool.Of(told.Name),
            ControllingFaction = TextPool.Of(told.ControllingFaction),
            Allegiance = TextPool.Of(told.Allegiance),
            Government = TextPool.Of(told.Government),
            Economy = TextPool.Of(told.Economy),
            Security = TextPool.Of(told.Security),
            Factions = factions.DrainToImmutable(),
            Conflicts = told.Conflicts.IsDefault ? [] : told.Conflicts,
        };
    }

    private static FactionPresence Carried(FactionPresence? old, FactionPresence now) => new(
        TextPool.Of(now.Name),
        Share.Plain(now.Influence),
        old is null ? null : old.Influence == now.Influence ? old.PreviousInfluence : old.Influence,
        TextPool.Of(now.State),
        TextPool.Of(now.Government),
        TextPool.Of(now.Allegiance),
        TextPool.Of(now.Happiness),
        TextPool.Of(now.ActiveStates),
        TextPool.Of(now.PendingStates),
        TextPool.Of(now.RecoveringStates));
}
