using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>How this system is stored. The names stand in databases: they are never changed, and never used again for something else.</summary>
internal static class SectorKinds
{
    public static readonly StoredKind Universe = new StoredKind<UniverseState, UniverseEvent>(
        SectorKeys.System,
        "universe",
        SectorKeys.IsUniverse,
        SectorStorageJson.Of<UniverseState>(),
        [
            new("importBegan", SectorStorageJson.Of<ImportBegan>()),
            new("importFinished", SectorStorageJson.Of<ImportFinished>()),
            new("universeSwept", SectorStorageJson.Of<UniverseSwept>()),
        ]);

    public static readonly StoredKind Sector = new StoredKind<SectorState, SectorEvent>(
        SectorKeys.System,
        "sector",
        key => SectorKeys.TryParseSector(key, out _, out _),
        SectorStorageJson.Of<SectorState>(),
        [
            new("sectorCharted", SectorStorageJson.Of<SectorCharted>()),
            new("sectorUncharted", SectorStorageJson.Of<SectorUncharted>()),
            new("playerJoined", SectorStorageJson.Of<PlayerJoined>()),
            new("playerEntryChanged", SectorStorageJson.Of<PlayerEntryChanged>()),
            new("playerLeft", SectorStorageJson.Of<PlayerLeft>()),
            new("shipRemoved", SectorStorageJson.Of<ShipRemoved>()),
            new("departuresForgotten", SectorStorageJson.Of<DeparturesForgotten>()),
        ]);

    public static readonly StoredKind Player = new StoredKind<PlayerState, PlayerEvent>(
        SectorKeys.System,
        "player",
        key => SectorKeys.TryParsePlayer(key, out _, out _),
        SectorStorageJson.Of<PlayerState>(),
        [
            new("playerSpawned", SectorStorageJson.Of<PlayerSpawned>()),
            new("playerLoggedIn", SectorStorageJson.Of<PlayerLoggedIn>()),
            new("playerReturned", SectorStorageJson.Of<PlayerReturned>()),
            new("profileChanged", SectorStorageJson.Of<ProfileChanged>()),
            new("turnsSet", SectorStorageJson.Of<TurnsSet>()),
            new("playerMoved", SectorStorageJson.Of<PlayerMoved>()),
            new("moveRefused", SectorStorageJson.Of<MoveRefused>()),
            new("playerTeleported", SectorStorageJson.Of<PlayerTeleported>()),
            new("playerDocked", SectorStorageJson.Of<PlayerDocked>()),
            new("playerUndocked", SectorStorageJson.Of<PlayerUndocked>()),
            new("playerLanded", SectorStorageJson.Of<PlayerLanded>()),
            new("playerTookOff", SectorStorageJson.Of<PlayerTookOff>()),
            new("playerSeen", SectorStorageJson.Of<PlayerSeen>()),
            new("playerLoggedOut", SectorStorageJson.Of<PlayerLoggedOut>()),
            new("playerSwept", SectorStorageJson.Of<PlayerSwept>()),
            new("presenceAffirmed", SectorStorageJson.Of<PresenceAffirmed>()),
        ]);

    public static readonly StoredKind WarpTunnel = new StoredKind<WarpTunnelState, WarpTunnelEvent>(
        SectorKeys.System,
        "warpTunnel",
        key => SectorKeys.TryParseTunnel(key, out _, out _, out _),
        SectorStorageJson.Of<WarpTunnelState>(),
        [
            new("tunnelCharted", SectorStorageJson.Of<TunnelCharted>()),
            new("tunnelUncharted", SectorStorageJson.Of<TunnelUncharted>()),
            new("tunnelReserved", SectorStorageJson.Of<TunnelReserved>()),
            new("tunnelReleased", SectorStorageJson.Of<TunnelReleased>()),
            new("tunnelUsed", SectorStorageJson.Of<TunnelUsed>()),
            new("tunnelDegradationWarned", SectorStorageJson.Of<TunnelDegradationWarned>()),
            new("tunnelCollapsed", SectorStorageJson.Of<TunnelCollapsed>()),
        ]);

    public static readonly StoredKind UniverseMap = new StoredKind<UniverseMapState, UniverseMapEvent>(
        SectorKeys.System,
        "universeMap",
        key => SectorKeys.TryParseMap(key, out _),
        SectorStorageJson.Of<UniverseMapState>(),
        [
            new("mapImported", SectorStorageJson.Of<MapImported>()),
        ]);

    public static readonly ImmutableArray<StoredKind> All = [Universe, Sector, Player, WarpTunnel, UniverseMap];
}
