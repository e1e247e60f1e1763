using System.Text.Json;
using OrleansGameState.Gateway.Sectors;
using OrleansGameState.Gateway.Tests.StarSystems;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Tests.Sectors;

public sealed class SectorEventsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 30, 14, 33, 21, 123, TimeSpan.Zero);

    private static readonly PlayerEntry Entry = new("p-1", "Captain Foo", new("s-1", "Quickstrike", "FAST_COURIER"), null, Noon);

    private const string EntryText =
        """{"player_id":"p-1","username":"Captain Foo","ship_id":"s-1","ship_name":"Quickstrike","ship_type":"FAST_COURIER","team_id":null,"arrived_at":"2026-04-30T14:33:21.123Z"}""";

    [Fact]
    public void Join_OfANumberedSector_IsTheSpecificationsBroadcast() =>
        Same("demo/442", new PlayerJoined(Noon, Entry, PresenceReason.Moved, 7), $$"""{"type":"sector.player_joined","sector_id":442,"player":{{EntryText}}}""");

    [Fact]
    public void Leave_OfANamedSector_HasItsIdAsText() =>
        Same("demo/sol", new PlayerLeft(Noon, Entry, PresenceReason.Swept, true, 8), $$"""{"type":"sector.player_left","sector_id":"sol","player":{{EntryText}}}""");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("007", "\"007\"")]
    [InlineData("1234567890123456", "\"1234567890123456\"")]
    [InlineData("1e3", "\"1e3\"")]
    public void SectorId_IsANumberOnlyWhereNothingIsLostByIt(string id, string written)
    {
        var fact = Json($"demo/{id}", new SectorUncharted(Noon, 2));

        Assert.Equal(written, fact.GetProperty("sector_id").GetRawText());
    }

    [Fact]
    public void TunnelsEvents_NameTheTunnel()
    {
        var key = SectorKeys.Tunnel("demo", "4", "a-b");
        Same(key, new TunnelDegradationWarned(Noon, 3), """{"type":"tunnel.degradation_warning","from":4,"to":"a-b","occurred_at":"2026-04-30T14:33:21.123Z","uses_left":3}""");
        Same(key, new TunnelCollapsed(Noon), """{"type":"tunnel.collapsed","from":4,"to":"a-b","occurred_at":"2026-04-30T14:33:21.123Z"}""");
        Same(key, new TunnelUsed(Noon, "p-1", "m-1"), """{"type":"tunnel.used","from":4,"to":"a-b","occurred_at":"2026-04-30T14:33:21.123Z","player_id":"p-1","move_id":"m-1"}""");
    }

    [Fact]
    public void Move_ThroughATunnel_TellsWhatHappenedOnTheWay() => Same(
        "demo/player/p-1",
        new PlayerMoved(Noon, "m-1", "4", "5", MoveVia.Tunnel, 2, 98, 11, 2, true, new("QUANTUM", 0.2, 0, [new(TunnelEffectKind.RadiationExposure, ThreatLevel.High), new(TunnelEffectKind.TunnelCollapse, null)])),
        """
        {"type":"player.moved","player_id":"p-1","occurred_at":"2026-04-30T14:33:21.123Z","move_id":"m-1","from":4,"to":5,"via":"tunnel","turn_cost":2,"turns_left":98,
         "aria":{"total_interactions":11,"consciousness_level":2,"leveled_up":true},
         "tunnel_events":[{"type":"radiation_exposure","severity":"high"},{"type":"tunnel_collapse"}]}
        """);

    [Fact]
    public void EveryEvent_HasANameAndItsMembersInSnakeCase()
    {
        foreach (var (key, fact) in All())
        {
            var json = Json(key, fact);

            Assert.Matches("^(sector|player|tunnel|universe)\\.[a-z_]+$", json.GetProperty("type").GetString());
            Assert.All(json.EnumerateObject(), member => Assert.Matches("^[a-z_]+$", member.Name));
        }

        var known = typeof(SectorKeys).Assembly.GetTypes().Where(type => !type.IsAbstract && type.Namespace == typeof(SectorKeys).Namespace && type.IsAssignableTo(typeof(EntityEvent)));
        Assert.Equal(known.Select(type => type.Name).Order(), All().Select(one => one.Event.GetType().Name).Order());
    }

    [Fact]
    public void Topic_IsTheKeyBehindTheSystem() =>
        Assert.Equal("sectors/demo/player/p-1", SectorEvents.Of(new("sectors", "demo/player/p-1", 1, Noon, new PlayerSeen(Noon))).Topic);

    private static IEnumerable<(string Key, EntityEvent Event)> All()
    {
        var (sector, player, tunnel) = ("demo/1", "demo/player/p-1", "demo/tunnel/1-2");
        var profile = new PlayerProfile("Captain Foo", "red", Entry.Ship);
        var chart = new SectorChart("1", "Sol", "NEBULA", 7, SectorDefenses.None, null, [new("po", "Port")], [], [new("2", 1)], [new("x", 2)], null, false);
        var report = new ImportReport(1, 0, 0, 0, 0, ["1->9"], []);
        var swept = new SweepReport(Noon, 1, ["p-1: 1"], [], [], [], [], new(1, 0, 0, 0, 0));
        yield return (sector, new SectorCharted(Noon, 1, chart, [Entry.Ship]));
        yield return (sector, new SectorUncharted(Noon, 2));
        yield return (sector, new PlayerJoined(Noon, Entry, PresenceReason.Spawned, 1));
        yield return (sector, new PlayerEntryChanged(Noon, Entry, Entry.Ship, 2));
        yield return (sector, new PlayerLeft(Noon, Entry, PresenceReason.Moved, false, 3));
        yield return (sector, new ShipRemoved(Noon, "s-1"));
        yield return (sector, new DeparturesForgotten(Noon, ["p-1"]));
        yield return (player, new PlayerSpawned(Noon, profile, "1", 100));
        yield return (player, new PlayerLoggedIn(Noon, new("x", Noon), null));
        yield return (player, new PlayerReturned(Noon, "1"));
        yield return (player, new ProfileChanged(Noon, profile));
        yield return (player, new TurnsSet(Noon, 5));
        yield return (player, new PlayerMoved(Noon, "m-1", "1", "2", MoveVia.Warp, 1, 99, 1, 1, false, null));
        yield return (player, new MoveRefused(Noon, "m-2", "9", null, "not-adjacent", "to", "No."));
        yield return (player, new PlayerTeleported(Noon, "1", "2"));
        yield return (player, new PlayerDocked(Noon, "po"));
        yield return (player, new PlayerUndocked(Noon));
        yield return (player, new PlayerLanded(Noon, "pl"));
        yield return (player, new PlayerTookOff(Noon));
        yield return (player, new PlayerSeen(Noon));
        yield return (player, new PlayerLoggedOut(Noon));
        yield return (player, new PlayerSwept(Noon, "1", Noon));
        yield return (player, new PresenceAffirmed(Noon, "1"));
        yield return (tunnel, new TunnelCharted(Noon, 1, new("1", "2", "NATURAL", 1, 1, null), TunnelStatus.Active, 0));
        yield return (tunnel, new TunnelUncharted(Noon, 2));
        yield return (tunnel, new TunnelReserved(Noon, "p-1", "m-1"));
        yield return (tunnel, new TunnelReleased(Noon, "p-1", "m-1"));
        yield return (tunnel, new TunnelUsed(Noon, "p-1", "m-1"));
        yield return (tunnel, new TunnelDegradationWarned(Noon, 1));
        yield return (tunnel, new TunnelCollapsed(Noon));
        yield return ("demo", new ImportBegan(Noon, 1, null, report));
        yield return ("demo", new ImportFinished(Noon, 1));
        yield return ("demo", new UniverseSwept(Noon, swept));
        yield return ("demo/universe/map", new MapImported(Noon, UniverseMap.None, [], [], null, report));
    }

    private static void Same(string key, EntityEvent fact, string expected) => OrderedJson.Same(expected, Json(key, fact), fact.GetType().Name);

    private static JsonElement Json(string key, EntityEvent fact) => JsonDocument.Parse(SectorEvents.Json(new(SectorKeys.System, key, 1, Noon, fact))).RootElement;
}
