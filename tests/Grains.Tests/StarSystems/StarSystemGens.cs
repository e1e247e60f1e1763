using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>Any event of the star systems, whether or not their rules would ever make it.</summary>
internal static class StarSystemGens
{
    private static readonly Gen<bool> Flag = Gen.Elements(true, false);
    private static readonly Gen<int> Count = Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, int.MaxValue));
    private static readonly Gen<long> Address = Gen.Elements(1L, 10477373803L, 594609703259L, 9_007_199_254_740_993L, long.MaxValue);
    private static readonly Gen<decimal> Shares = Gen.OneOf(Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1_000_000m), Gen.Elements(0m, 1m, -0.0196m, 0.123456789012345678901234567m));
    private static readonly Gen<double> Doubles = Gen.Elements(0.0, 1.0, -1.0, 0.1, -4087.15625, 1e-7, 1e21, 5e-324, double.MaxValue);

    // An offset other than nought is the same instant; a tick is the finest there is.
    private static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Choose(0, 2_000_000_000).Select(second => DateTimeOffset.FromUnixTimeSeconds(second)),
        Gen.Choose(0, int.MaxValue).Select(ticks => new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(-7)).AddTicks(ticks)),
        Gen.Elements(DateTimeOffset.UnixEpoch, new DateTimeOffset(9990, 12, 31, 23, 59, 59, TimeSpan.Zero)));

    private static readonly Gen<string> Texts = Gen.Elements(
        "", "Boom", "Nason's Defiance", "\"quoted\" \\ and / slashed", "\\u0000", "Союз", "\U0001F30D", "tab\tand\nline", "\u0001\u001f\u007f", "<b>&amp;</b>", "a\u2028b", new string('x', 300));

    private static readonly Gen<ImmutableArray<string>> Lists = Many(Texts);

    private static readonly Gen<FactionPresence> Factions =
        from name in Texts
        from influence in Shares
        from previous in Maybe(Shares)
        from texts in Gen.ArrayOf(Texts, 4)
        from active in Lists
        from pending in Lists
        from recovering in Lists
        select new FactionPresence(name, influence, previous, texts[0], texts[1], texts[2], texts[3], active, pending, recovering);

    private static readonly Gen<Conflict> Conflicts =
        from texts in Gen.ArrayOf(Texts, 6)
        from days in Gen.Choose(0, 7)
        select new Conflict(texts[0], texts[1], new(texts[2], texts[3], days), new(texts[4], texts[5], 7 - days));

    private static readonly Gen<Observation> Observations =
        from at in Instants
        from texts in Gen.ArrayOf(Texts, 6)
        from position in Gen.OneOf(Gen.Constant<StarPosition?>(null), Gen.ArrayOf(Doubles, 3).Select(axes => (StarPosition?)new StarPosition(axes[0], axes[1], axes[2])))
        from population in Address
        from factions in Many(Factions)
        from conflicts in Many(Conflicts)
        select new Observation(at, texts[0], position, population, texts[1], texts[2], texts[3], texts[4], texts[5], factions, conflicts);

    private static readonly Gen<ActivityEstimate> Estimates =
        from label in Texts
        from value in Shares
        from adjusted in Shares
        from bars in Gen.Choose(0, 5)
        select new ActivityEstimate(label, value, adjusted, bars);

    private static readonly Gen<AtRiskFaction> AtRisk =
        from name in Texts
        from influence in Shares
        from previous in Shares
        from state in Texts
        select new AtRiskFaction(name, influence, previous, state);

    private static readonly Gen<FactionChangeSet> Changes =
        from retreated in Lists
        from arrived in Lists
        select new FactionChangeSet(retreated, arrived);

    private static readonly Gen<TickSource> Sources = Gen.Elements(Enum.GetValues<TickSource>());

    private static readonly Gen<TickMetrics> Metrics =
        from pass in Gen.Elements(Enum.GetValues<TickPass>())
        from flags in Gen.ArrayOf(Flag, 6)
        from shares in Gen.ArrayOf(Shares, 4)
        from texts in Gen.ArrayOf(Texts, 2)
        from changes in Changes
        from atRisk in Many(AtRisk)
        from counts in Gen.ArrayOf(Count, 2)
        from population in Address
        from estimate in Estimates
        select new TickMetrics(
            pass, flags[0], flags[1], flags[2], shares[0], texts[0], flags[3], shares[1], flags[4], flags[5], changes, atRisk, counts[0], population, shares[2], estimate, counts[1], shares[3], texts[1]);

    private static readonly Gen<SystemTick> Ticks =
        from name in Texts
        from address in Address
        from since in Instants
        from at in Instants
        from count in Count
        from colony in Flag
        from metrics in Metrics
        from source in Sources
        from extra in Texts
        select new SystemTick(name, address, since, at, count, colony, metrics, source, extra);

    private static readonly Gen<GalaxyTick> GalaxyTicks =
        from id in Texts
        from started in Instants
        from detected in Instants
        from confidence in Gen.Elements(0.0, 0.9, 0.99925, 1.0)
        from standing in Gen.Elements(Enum.GetValues<GalaxyTickStanding>())
        from systems in Count
        from first in Ticks
        select new GalaxyTick(id, started, detected, confidence, standing, systems, first);

    private static readonly Gen<HourTally> Tallies =
        from hour in Instants
        from counts in Gen.ArrayOf(Count, 2)
        from busiest in Many(from address in Address from name in Texts from at in Instants from estimate in Estimates select new BusySystem(address, name, at, estimate))
        from atRisk in Many(from address in Address from name in Texts from at in Instants from faction in AtRisk select new FactionAtRisk(address, name, at, faction))
        select new HourTally(hour, counts[0], counts[1], busiest, atRisk);

    private static readonly Gen<StateChangeEvidence> Evidence =
        from address in Address
        from since in Instants
        from until in Instants
        from tick in Gen.OneOf(Gen.Constant<SystemTick?>(null), Ticks.Select(tick => (SystemTick?)tick))
        select new StateChangeEvidence(address, since, until, tick);

    private static readonly Gen<(string System, long Address, bool IsColony)> Places =
        from system in Texts
        from address in Address
        from colony in Flag
        select (system, address, colony);

    public static Gen<StarSystemEvent> SystemEvents { get; } = Gen.OneOf(
        from at in Instants from seen in Observations select (StarSystemEvent)new SystemObserved(at, seen),
        from at in Instants from tick in Ticks from seen in Gen.OneOf(Gen.Constant<Observation?>(null), Observations.Select(seen => (Observation?)seen)) from reverts in Flag select (StarSystemEvent)new SystemTicked(at, tick, seen, reverts),
        from at in Instants from place in Places from changes in Changes from source in Sources from extra in Texts select (StarSystemEvent)new FactionsChanged(at, place.System, place.Address, place.IsColony, changes, source, extra),
        from at in Instants from place in Places from faction in Texts from drop in Shares from expanded in Flag from source in Sources from extra in Texts select (StarSystemEvent)new FactionExpandedFrom(at, place.System, place.Address, place.IsColony, faction, drop, expanded, source, extra),
        from at in Instants from colony in Maybe(Flag) from natives in Lists select (StarSystemEvent)new SystemDescribed(at, colony, natives));

    public static Gen<GalaxyEvent> GalaxyEvents { get; } = Gen.OneOf(
        from at in Instants from evidence in Evidence select (GalaxyEvent)new StateChangeNoted(at, evidence),
        from at in Instants from address in Address select (GalaxyEvent)new StateChangeWithdrawn(at, address),
        from at in Instants from tick in GalaxyTicks select (GalaxyEvent)new GalaxyTickCalled(at, tick),
        from at in Instants from tick in GalaxyTicks from reason in Texts select (GalaxyEvent)new GalaxyTickRevised(at, tick, reason),
        from at in Instants from last in Maybe(Instants) select (GalaxyEvent)new GalaxyTickOverdue(at, last),
        from at in Instants from tally in Tallies select (GalaxyEvent)new HourTallied(at, tally),
        from at in Instants from feed in Texts from reason in Texts select (GalaxyEvent)new GalaxyFeedDegraded(at, feed, reason),
        from at in Instants from feed in Texts select (GalaxyEvent)new GalaxyFeedRecovered(at, feed));

    public static Gen<MinorFactionEvent> FactionEvents { get; } = Gen.OneOf(
        from at in Instants from faction in Texts from address in Address from system in Texts select (MinorFactionEvent)new FactionEntered(at, faction, address, system),
        from at in Instants from address in Address select (MinorFactionEvent)new FactionLeft(at, address));

    public static Gen<SystemNameEvent> NameEvents { get; } = Gen.OneOf(
        from at in Instants from name in Texts from address in Address select (SystemNameEvent)new NameTaken(at, name, address),
        from at in Instants from address in Address select (SystemNameEvent)new NameGivenUp(at, address));

    public static Gen<EntityEvent> Events { get; } = Gen.OneOf(
        SystemEvents.Select(@event => (EntityEvent)@event),
        GalaxyEvents.Select(@event => (EntityEvent)@event),
        FactionEvents.Select(@event => (EntityEvent)@event),
        NameEvents.Select(@event => (EntityEvent)@event));

    /// <summary>Whatever events make of an entity, as (key, state).</summary>
    public static Gen<(string Key, object State)> States { get; } = Gen.OneOf(
        Folded<StarSystemState, StarSystemEvent>("elite/594609703259", SystemEvents),
        Folded<GalaxyState, GalaxyEvent>("elite", GalaxyEvents),
        Folded<MinorFactionState, MinorFactionEvent>("elite/faction/bluestar pmc", FactionEvents),
        Folded<SystemNameState, SystemNameEvent>("elite/name/sol", NameEvents));

    private static Gen<(string Key, object State)> Folded<TState, TEvent>(string key, Gen<TEvent> events)
        where TState : class, IEntityState<TState, TEvent>
        where TEvent : EntityEvent =>
        Gen.ArrayOf(events).Resize(8).Select(all => (key, (object)all.Aggregate(TState.Initial(key), (state, @event) => state.Apply(@event))));

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<ImmutableArray<T>> Many<T>(Gen<T> values) => Gen.ArrayOf(values).Resize(3).Select(all => all.ToImmutableArray());
}
