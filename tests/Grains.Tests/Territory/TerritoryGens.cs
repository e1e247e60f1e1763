using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Tests.Territory;

/// <summary>Any event of the territory system, whether or not its rules would ever make it.</summary>
internal static class TerritoryGens
{
    private static readonly Gen<int> Id = Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(0, int.MaxValue));
    private static readonly Gen<uint> ZoneId = Gen.OneOf(Gen.Elements(2u, 4u, 6u, 8u, 282198111u, uint.MaxValue), Id.Select(id => (uint)id));
    private static readonly Gen<long> Long = Gen.Elements(0L, 1L, -1L, 37_537_074_285_186_809L, 9_007_199_254_740_993L, long.MaxValue, long.MinValue);
    private static readonly Gen<Faction> Factions = Gen.Elements(Enum.GetValues<Faction>());
    private static readonly Gen<LockCause> Causes = Gen.Elements(Enum.GetValues<LockCause>());

    // An offset other than nought is the same instant; a tick is the finest there is.
    private static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Choose(0, 2_000_000_000).Select(second => DateTimeOffset.FromUnixTimeSeconds(second)),
        Gen.Choose(0, int.MaxValue).Select(ticks => new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(-7)).AddTicks(ticks)),
        Gen.Elements(DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue, new DateTimeOffset(9998, 12, 31, 23, 59, 59, TimeSpan.Zero)));

    private static readonly Gen<string> Texts = Gen.Elements(
        "", "Indar", "Nason's Defiance", "\"quoted\" \\ and / slashed", "\\u0000", "Эсамир", "\U0001F30D", "tab\tand\nline", "\u0001\u001f\u007f", "<b>&amp;</b>", "a\u2028b");

    // Not -0, which jsonb's numbers lack.
    private static readonly Gen<double> Metres = Gen.Elements(0.0, 1.0, -1.0, 0.1, -4087.16, 1234567.890625, 1e-7, 1e21, 5e-324, double.MaxValue);

    private static readonly Gen<ImmutableArray<long>> Characters = Many(Gen.Choose(1, 40).Select(id => 5_428_010_618_015_189_000L + id));

    private static readonly Gen<Populations> AnyPopulations =
        from vs in Id
        from nc in Id
        from tr in Id
        select new Populations(vs, nc, tr);

    private static readonly Gen<MapRegion> Regions =
        from id in Id
        from facility in Maybe(Id)
        from name in Texts
        from type in Id
        from typeName in Texts
        from x in Maybe(Metres)
        from z in Maybe(Metres)
        select new MapRegion(id, facility, name, type, typeName, x, z);

    private static readonly Gen<ZoneMap> Maps =
        from name in Texts
        from day in Gen.Choose(0, 3_000_000)
        from digest in Texts
        from regions in Many(Regions)
        from links in Many(from a in Id from b in Id select new LatticeLink(a, b))
        select new ZoneMap(name, DateOnly.FromDayNumber(day), digest, regions, links);

    private static readonly Gen<ZoneSummary> Summaries =
        from zone in ZoneId
        from name in Texts
        from status in Gen.Elements(Enum.GetValues<ZoneStatus>())
        from locker in Maybe(Factions)
        from since in Maybe(Instants)
        select new ZoneSummary(zone, name, status, locker, since);

    private static readonly Gen<ZoneEvent> Captures =
        from at in Instants
        from facility in Id
        from old in Factions
        from taker in Factions
        from outfit in Maybe(Long)
        from source in Gen.Elements(Enum.GetValues<ChangeSource>())
        from speaksOf in Instants
        from uncertainty in Id
        from held in Maybe(Long)
        from participants in Characters
        from restates in Gen.Elements(true, false)
        from majority in Gen.Choose(0, 50)
        select (ZoneEvent)new FacilityCaptured(at, facility, old, taker, outfit, source, speaksOf, uncertainty, held, participants, restates, majority);

    private static readonly Gen<ZoneEvent> Learned =
        from at in Instants
        from facility in Id
        from owner in Factions
        from speaksOf in Instants
        select (ZoneEvent)new FacilityOwnerLearned(at, facility, owner, speaksOf);

    private static readonly Gen<ZoneEvent> Defences =
        from at in Instants
        from facility in Id
        from owner in Factions
        from outfit in Maybe(Long)
        from held in Long
        select (ZoneEvent)new FacilityDefended(at, facility, owner, outfit, held);

    private static readonly Gen<ZoneEvent> Joined =
        from at in Instants
        from facility in Id
        from participants in Characters
        select (ZoneEvent)new ParticipantsJoined(at, facility, participants);

    private static readonly Gen<ZoneEvent> Locks =
        from at in Instants
        from faction in Maybe(Factions)
        from cause in Causes
        from locks in Gen.Elements(true, false)
        select locks ? (ZoneEvent)new ZoneLocked(at, faction, cause) : new ZoneUnlocked(at, faction, cause);

    private static readonly Gen<ZoneEvent> LockReports =
        from at in Instants
        from triggering in Maybe(Factions)
        from previous in Maybe(Factions)
        from populations in Gen.OneOf(Gen.Constant<Populations?>(null), AnyPopulations.Select(counts => (Populations?)counts))
        from metagame in Maybe(Id)
        select (ZoneEvent)new ContinentLockReported(at, triggering, previous, populations, metagame);

    private static readonly Gen<ZoneEvent> Alerts =
        from at in Instants
        from metagame in Id
        from state in Gen.Elements(Enum.GetValues<AlertState>().Append((AlertState)999))
        from instance in Maybe(Long)
        select (ZoneEvent)new AlertChanged(at, metagame, state, instance);

    public static Gen<ZoneEvent> ZoneEvents { get; } = Gen.OneOf(
        Captures,
        Learned,
        Defences,
        Joined,
        Locks,
        LockReports,
        Alerts,
        from at in Instants from map in Maps select (ZoneEvent)new ZoneMapChanged(at, map),
        Instants.Select(at => (ZoneEvent)new ZoneRetired(at)));

    public static Gen<WorldEvent> WorldEvents { get; } = Gen.OneOf(
        from at in Instants from name in Texts select (WorldEvent)new WorldDescribed(at, name),
        from at in Instants from online in Gen.Elements(true, false) select (WorldEvent)new WorldOnlineChanged(at, online),
        from at in Instants from reason in Texts select (WorldEvent)new FeedDegraded(at, reason),
        Instants.Select(at => (WorldEvent)new FeedRecovered(at)),
        from at in Instants from zone in Summaries select (WorldEvent)new ZoneReported(at, zone),
        from at in Instants from zone in ZoneId select (WorldEvent)new ZoneRemoved(at, zone));

    public static Gen<WorldDirectoryEvent> DirectoryEvents { get; } =
        from at in Instants
        from world in Id
        from name in Texts
        select (WorldDirectoryEvent)new WorldListed(at, world, name);

    public static Gen<EntityEvent> Events { get; } = Gen.OneOf(
        ZoneEvents.Select(@event => (EntityEvent)@event),
        WorldEvents.Select(@event => (EntityEvent)@event),
        DirectoryEvents.Select(@event => (EntityEvent)@event));

    /// <summary>Whatever events make of an entity, as (key, state).</summary>
    public static Gen<(string Key, object State)> States { get; } = Gen.OneOf(
        Folded<ZoneState, ZoneEvent>("ps2/10/282198111", ZoneEvents),
        Folded<WorldState, WorldEvent>("ps2/10", WorldEvents),
        Folded<WorldDirectoryState, WorldDirectoryEvent>("ps2", DirectoryEvents));

    private static Gen<(string Key, object State)> Folded<TState, TEvent>(string key, Gen<TEvent> events)
        where TState : class, IEntityState<TState, TEvent>
        where TEvent : EntityEvent =>
        Gen.ArrayOf(events).Select(all => (key, (object)all.Aggregate(TState.Initial(key), (state, @event) => state.Apply(@event))));

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<ImmutableArray<T>> Many<T>(Gen<T> values) => Gen.ArrayOf(values).Resize(5).Select(all => all.ToImmutableArray());
}
