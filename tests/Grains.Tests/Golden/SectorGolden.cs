using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Tests.Golden;

/// <summary>What the files in <c>sectors</c> mean, by their names.</summary>
internal static class SectorGolden
{
    private static readonly DateTimeOffset At = new(2026, 4, 30, 14, 33, 21, 123, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = At.AddMinutes(-41.5);

    private static readonly Ship Courier = new("7c1e", "Quickstrike", "FAST_COURIER");
    private static readonly Ship Wreck = new("w-9", "Союз", "");
    private static readonly PlayerProfile Profile = new("Captain Foo", "team-3", Courier);
    private static readonly PlayerEntry Entry = new("ada", "Captain Foo", Courier, "team-3", At);
    private static readonly PlayerSession Session = new("4f0a", Before);

    private static readonly SectorChart Chart = new(
        "442",
        "Nebula's Edge",
        "NEBULA",
        6.5,
        new(9, 120, 4),
        "Keep \"out\"",
        [new("p-1", "Port Royal")],
        [new("terra", "")],
        [new("443", 1), new("7", 0)],
        [new("9000", 5)],
        new(-12.25, 1e3),
        true);

    private static readonly TunnelChart Tunnel = new("442", "9000", "QUANTUM", 0.45, 5, 12);
    private static readonly TunnelPassage Passage = new("QUANTUM", 0.25, 0, [new(TunnelEffectKind.RadiationExposure, ThreatLevel.High), new(TunnelEffectKind.TunnelCollapse, null)]);
    private static readonly ImportReport Report = new(2406, 3, 13684, 2, 2433, ["6->9999"], ["7c1e: 6, 442"]);
    private static readonly UniverseSettings Settings = new("442", 1000, 30);
    private static readonly UniverseMap Map = new(3, [Chart], [new(Tunnel, TunnelStatus.Degrading, 9)]);
    private static readonly SweepReport Sweep = new(At, 2000, ["ada: 442"], ["bob: 7"], ["eve: 9"], ["w-9: 442"], ["442-9000"], new(1, 2, 3, 4, 5));

    public static IReadOnlyDictionary<string, object> States { get; } = new Dictionary<string, object>
    {
        ["universe.1"] = new UniverseState(new(3, ImportPhase.Done, Before, At, Report), Settings, Sweep),
        ["sector.1"] = new SectorState(
            Chart,
            3,
            ImmutableSortedDictionary<string, PlayerEntry>.Empty.Add("ada", Entry),
            ImmutableSortedDictionary<string, Ship>.Empty.Add("w-9", Wreck),
            ImmutableSortedDictionary<string, long>.Empty.Add("ada", 41).Add("bob", 7)),
        ["player.1"] = new PlayerState(
            Profile, "442", true, true, Session, Before.AddHours(-2), At, At, "p-1", "terra", 994, 50, 3, MoveMemory.Empty.With("m-1", 41).With("m-2", 42), 42),
        ["warpTunnel.1"] = new WarpTunnelState(
            Tunnel, 3, TunnelStatus.Unstable, 9, ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add(WarpTunnelState.ReservationKey("ada", "m-2"), At)),
        ["universeMap.1"] = new UniverseMapState(Map, [new("442", [Wreck])], ["u1/17", "u1/tunnel/17-18"]),
    };

    public static IReadOnlyDictionary<string, object> Events { get; } = new Dictionary<string, object>
    {
        ["importBegan.1"] = new ImportBegan(At, 3, Settings, Report),
        ["importFinished.1"] = new ImportFinished(At, 3),
        ["universeSwept.1"] = new UniverseSwept(At, Sweep),
        ["sectorCharted.1"] = new SectorCharted(At, 3, Chart, [Courier, Wreck]),
        ["sectorUncharted.1"] = new SectorUncharted(At, 4),
        ["playerJoined.1"] = new PlayerJoined(At, Entry, PresenceReason.Returned, 41),
        ["playerEntryChanged.1"] = new PlayerEntryChanged(At, Entry, Wreck, 42),
        ["playerLeft.1"] = new PlayerLeft(At, Entry, PresenceReason.Swept, true, 43),
        ["shipRemoved.1"] = new ShipRemoved(At, "w-9"),
        ["departuresForgotten.1"] = new DeparturesForgotten(At, ["ada", "bob"]),
        ["playerSpawned.1"] = new PlayerSpawned(At, Profile, "442", 1000),
        ["playerLoggedIn.1"] = new PlayerLoggedIn(At, Session, Before),
        ["playerReturned.1"] = new PlayerReturned(At, "442"),
        ["profileChanged.1"] = new ProfileChanged(At, Profile),
        ["turnsSet.1"] = new TurnsSet(At, 250),
        ["playerMoved.1"] = new PlayerMoved(At, "m-2", "442", "9000", MoveVia.Tunnel, 5, 994, 50, 3, true, Passage),
        ["moveRefused.1"] = new MoveRefused(At, "m-3", "9000", MoveVia.Warp, "not-adjacent", "to", "No direct warp leads from the player's sector to sector 9000."),
        ["playerTeleported.1"] = new PlayerTeleported(At, "9000", "442"),
        ["playerDocked.1"] = new PlayerDocked(At, "p-1"),
        ["playerUndocked.1"] = new PlayerUndocked(At),
        ["playerLanded.1"] = new PlayerLanded(At, "terra"),
        ["playerTookOff.1"] = new PlayerTookOff(At),
        ["playerSeen.1"] = new PlayerSeen(At),
        ["playerLoggedOut.1"] = new PlayerLoggedOut(At),
        ["playerSwept.1"] = new PlayerSwept(At, "442", Before),
        ["presenceAffirmed.1"] = new PresenceAffirmed(At, "442"),
        ["tunnelCharted.1"] = new TunnelCharted(At, 3, Tunnel, TunnelStatus.Active, 9),
        ["tunnelUncharted.1"] = new TunnelUncharted(At, 4),
        ["tunnelReserved.1"] = new TunnelReserved(At, "ada", "m-2"),
        ["tunnelReleased.1"] = new TunnelReleased(At, "ada", "m-2"),
        ["tunnelUsed.1"] = new TunnelUsed(At, "ada", "m-2"),
        ["tunnelDegradationWarned.1"] = new TunnelDegradationWarned(At, 3),
        ["tunnelCollapsed.1"] = new TunnelCollapsed(At),
        ["mapImported.1"] = new MapImported(At, Map, [new("442", [Courier, Wreck])], ["u1/17"], Settings, Report),
    };
}
