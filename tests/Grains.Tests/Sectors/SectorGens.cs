using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>Any event of the sectors' system, whether or not its rules would ever make it.</summary>
internal static class SectorGens
{
    private static readonly Gen<bool> Flag = Gen.Elements(true, false);
    private static readonly Gen<int> Count = Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, int.MaxValue));
    private static readonly Gen<long> Sequence = Gen.Elements(0L, 1L, 9_007_199_254_740_993L, long.MaxValue);
    private static readonly Gen<double> Doubles = Gen.Elements(0.0, 1.0, -1.0, 0.1, 0.69999, -4087.15625, 1e-7, 1e21, double.MaxValue);

    // An offset other than nought is the same instant; a tick is the finest there is.
    private static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Choose(0, 2_000_000_000).Select(second => DateTimeOffset.FromUnixTimeSeconds(second)),
        Gen.Choose(0, int.MaxValue).Select(ticks => new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(-7)).AddTicks(ticks)),
        Gen.Elements(DateTimeOffset.UnixEpoch, new DateTimeOffset(9990, 12, 31, 23, 59, 59, TimeSpan.Zero)));

    private static readonly Gen<string> Texts = Gen.Elements(
        "", "442", "Quickstrike", "\"quoted\" \\ and / slashed", "\\u0000", "Союз", "\U0001F30D", "tab\tand\nline", "\u0001\u001f\u007f", "<b>&amp;</b>", "a\u2028b", new string('x', 300));

    private static readonly Gen<ImmutableArray<string>> Lists = Many(Texts);

    private static readonly Gen<Ship> Ships = Gen.ArrayOf(Texts, 3).Select(texts => new Ship(texts[0], texts[1], texts[2]));

    private static readonly Gen<PlayerEntry> Entries =
        from texts in Gen.ArrayOf(Texts, 2)
        from ship in Ships
        from team in Maybe(Texts)
        from at in Instants
        select new PlayerEntry(texts[0], texts[1], ship, team, at);

    private static readonly Gen<PlayerProfile> Profiles = from name in Texts from team in Maybe(Texts) from ship in Ships select new PlayerProfile(name, team, ship);

    private static readonly Gen<ImmutableArray<Place>> Places = Many(Gen.ArrayOf(Texts, 2).Select(texts => new Place(texts[0], texts[1])));

    private static readonly Gen<ImmutableArray<SectorLink>> Links = Many(from to in Texts from cost in Count select new SectorLink(to, cost));

    private static readonly Gen<SectorChart> Charts =
        from texts in Gen.ArrayOf(Texts, 3)
        from hazard in Doubles
        from counts in Gen.ArrayOf(Count, 3)
        from beacon in Maybe(Texts)
        from places in Gen.ArrayOf(Places, 2)
        from links in Gen.ArrayOf(Links, 2)
        from position in Maybe(Gen.ArrayOf(Doubles, 2).Select(axes => new MapPosition(axes[0], axes[1])))
        from stub in Flag
        select new SectorChart(texts[0], texts[1], texts[2], hazard, new(counts[0], counts[1], counts[2]), beacon, places[0], places[1], links[0], links[1], position, stub);

    private static readonly Gen<TunnelChart> Tunnels =
        from texts in Gen.ArrayOf(Texts, 3)
        from stability in Doubles
        from cost in Count
        from most in Optional(Count)
        select new TunnelChart(texts[0], texts[1], texts[2], stability, cost, most);

    private static readonly Gen<TunnelDraft> Drafts =
        from chart in Tunnels
        from status in Optional(Any<TunnelStatus>())
        from uses in Optional(Count)
        select new TunnelDraft(chart, status, uses);

    private static readonly Gen<TunnelPassage> Passages =
        from type in Texts
        from stability in Doubles
        from left in Optional(Count)
        from effects in Many(from kind in Any<TunnelEffectKind>() from severity in Optional(Any<ThreatLevel>()) select new TunnelEffect(kind, severity))
        select new TunnelPassage(type, stability, left, effects);

    private static readonly Gen<ImportReport> Reports =
        from counts in Gen.ArrayOf(Count, 5)
        from lists in Gen.ArrayOf(Lists, 2)
        select new ImportReport(counts[0], counts[1], counts[2], counts[3], counts[4], lists[0], lists[1]);

    private static readonly Gen<UniverseSettings?> Settings = Maybe(
        from start in Maybe(Texts)
        from counts in Gen.ArrayOf(Optional(Count), 2)
        select new UniverseSettings(start, counts[0], counts[1]));

    private static readonly Gen<ImmutableArray<SectorShips>> Parked = Many(from sector in Texts from ships in Many(Ships) select new SectorShips(sector, ships));

    public static Gen<UniverseEvent> UniverseEvents { get; } = Gen.OneOf(
        from at in Instants from version in Sequence from settings in Settings from report in Reports select (UniverseEvent)new ImportBegan(at, version, settings, report),
        from at in Instants from version in Sequence select (UniverseEvent)new ImportFinished(at, version),
        from at in Instants from looked in Count from lists in Gen.ArrayOf(Lists, 5) from n in Gen.ArrayOf(Count, 5) select (UniverseEvent)new UniverseSwept(at, new(at, looked, lists[0], lists[1], lists[2], lists[3], lists[4], new(n[0], n[1], n[2], n[3], n[4]))));

    public static Gen<SectorEvent> SectorEvents { get; } = Gen.OneOf(
        from at in Instants from version in Sequence from chart in Charts from ships in Optional(Many(Ships)) select (SectorEvent)new SectorCharted(at, version, chart, Distinct(ships)),
        from at in Instants from version in Sequence select (SectorEvent)new SectorUncharted(at, version),
        from at in Instants from entry in Entries from reason in Any<PresenceReason>() from told in Sequence select (SectorEvent)new PlayerJoined(at, entry, reason, told),
        from at in Instants from entry in Entries from ship in Maybe(Ships) from told in Sequence select (SectorEvent)new PlayerEntryChanged(at, entry, ship, told),
        from at in Instants from entry in Entries from reason in Any<PresenceReason>() from stays in Flag from told in Sequence select (SectorEvent)new PlayerLeft(at, entry, reason, stays, told),
        from at in Instants from ship in Texts select (SectorEvent)new ShipRemoved(at, ship),
        from at in Instants from players in Lists select (SectorEvent)new DeparturesForgotten(at, players));

    public static Gen<PlayerEvent> PlayerEvents { get; } = Gen.OneOf(
        from at in Instants from profile in Profiles from sector in Texts from turns in Count select (PlayerEvent)new PlayerSpawned(at, profile, sector, turns),
        from at in Instants from id in Texts from since in Instants from away in Optional(Instants) select (PlayerEvent)new PlayerLoggedIn(at, new(id, since), away),
        from at in Instants from sector in Texts select (PlayerEvent)new PlayerReturned(at, sector),
        from at in Instants from profile in Profiles select (PlayerEvent)new ProfileChanged(at, profile),
        from at in Instants from turns in Count select (PlayerEvent)new TurnsSet(at, turns),
        from at in Instants from texts in Gen.ArrayOf(Texts, 3) from via in Any<MoveVia>() from n in Gen.ArrayOf(Count, 4) from up in Flag from passage in Maybe(Passages) select (PlayerEvent)new PlayerMoved(at, texts[0], texts[1], texts[2], via, n[0], n[1], n[2], n[3], up, passage),
        from at in Instants from texts in Gen.ArrayOf(Texts, 5) from via in Optional(Any<MoveVia>()) select (PlayerEvent)new MoveRefused(at, texts[0], texts[1], via, texts[2], texts[3], texts[4]),
        from at in Instants from texts in Gen.ArrayOf(Texts, 2) select (PlayerEvent)new PlayerTeleported(at, texts[0], texts[1]),
        from at in Instants from port in Texts select (PlayerEvent)new PlayerDocked(at, port),
        from at in Instants select (PlayerEvent)new PlayerUndocked(at),
        from at in Instants from planet in Texts select (PlayerEvent)new PlayerLanded(at, planet),
        from at in Instants select (PlayerEvent)new PlayerTookOff(at),
        from at in Instants select (PlayerEvent)new PlayerSeen(at),
        from at in Instants select (PlayerEvent)new PlayerLoggedOut(at),
        from at in Instants from sector in Texts from since in Instants select (PlayerEvent)new PlayerSwept(at, sector, since),
        from at in Instants from sector in Texts select (PlayerEvent)new PresenceAffirmed(at, sector));

    public static Gen<WarpTunnelEvent> TunnelEvents { get; } = Gen.OneOf(
        from at in Instants from version in Sequence from chart in Tunnels from status in Any<TunnelStatus>() from uses in Count select (WarpTunnelEvent)new TunnelCharted(at, version, chart, status, uses),
        from at in Instants from version in Sequence select (WarpTunnelEvent)new TunnelUncharted(at, version),
        from at in Instants from texts in Gen.ArrayOf(Texts, 2) select (WarpTunnelEvent)new TunnelReserved(at, texts[0], texts[1]),
        from at in Instants from texts in Gen.ArrayOf(Texts, 2) select (WarpTunnelEvent)new TunnelReleased(at, texts[0], texts[1]),
        from at in Instants from texts in Gen.ArrayOf(Texts, 2) select (WarpTunnelEvent)new TunnelUsed(at, texts[0], texts[1]),
        from at in Instants from left in Count select (WarpTunnelEvent)new TunnelDegradationWarned(at, left),
        from at in Instants select (WarpTunnelEvent)new TunnelCollapsed(at));

    public static Gen<UniverseMapEvent> MapEvents { get; } =
        from at in Instants
        from version in Sequence
        from charts in Many(Charts)
        from tunnels in Many(Drafts)
        from ships in Parked
        from removed in Lists
        from settings in Settings
        from report in Reports
        select (UniverseMapEvent)new MapImported(at, new(version, charts, tunnels), ships, removed, settings, report);

    public static Gen<EntityEvent> Events { get; } = Gen.OneOf(
        UniverseEvents.Select(@event => (EntityEvent)@event),
        SectorEvents.Select(@event => (EntityEvent)@event),
        PlayerEvents.Select(@event => (EntityEvent)@event),
        TunnelEvents.Select(@event => (EntityEvent)@event),
        MapEvents.Select(@event => (EntityEvent)@event));

    /// <summary>Whatever events make of an entity, as (key, state).</summary>
    public static Gen<(string Key, object State)> States { get; } = Gen.OneOf(
        Folded<UniverseState, UniverseEvent>("u1", UniverseEvents),
        Folded<SectorState, SectorEvent>("u1/442", SectorEvents),
        Folded<PlayerState, PlayerEvent>("u1/player/ada", PlayerEvents),
        Folded<WarpTunnelState, WarpTunnelEvent>("u1/tunnel/1-2", TunnelEvents),
        Folded<UniverseMapState, UniverseMapEvent>("u1/universe/map", MapEvents));

    private static Gen<(string Key, object State)> Folded<TState, TEvent>(string key, Gen<TEvent> events)
        where TState : class, IEntityState<TState, TEvent>
        where TEvent : EntityEvent =>
        Gen.ArrayOf(events).Resize(8).Select(all => (key, (object)all.Aggregate(TState.Initial(key), (state, @event) => state.Apply(@event))));

    // A map has each ship once.
    private static ImmutableArray<Ship>? Distinct(ImmutableArray<Ship>? ships) => ships is { } all ? [.. all.DistinctBy(ship => ship.Id)] : null;

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<T?> Optional<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<ImmutableArray<T>> Many<T>(Gen<T> values) => Gen.ArrayOf(values).Resize(3).Select(all => all.ToImmutableArray());
}
