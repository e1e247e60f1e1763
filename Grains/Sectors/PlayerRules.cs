using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>The rules of what a player does beside moving. Pure.</summary>
internal static class PlayerRules
{
    /// <param name="player">The player.</param>
    /// <param name="command">What they do; a login has rules of its own.</param>
    /// <param name="sight">The sectors that the command is about.</param>
    /// <param name="options">How exactly activity is kept.</param>
    /// <param name="now">The time.</param>
    public static Decision<PlayerEvent> Decide(PlayerState player, PlayerCommand command, PlayerSight sight, SectorOptions options, DateTimeOffset now) =>
        player.Profile is null ? Refuse("unknown-player", "The player never logged in.") : command switch
        {
            Teleport teleport => Teleport(player, teleport, sight, now),
            LogOut => player.IsActive ? Decision<PlayerEvent>.Of(new PlayerLoggedOut(now)) : Decision<PlayerEvent>.Nothing,
            _ when RefuseAbsent(player) is { } absent => new([], [absent]),
            Heartbeat => Seen(player, options, now),
            Dock dock => Dock(player, dock, sight, now),
            Land land => Land(player, land, sight, now),
            Undock => player.IsDocked ? Decision<PlayerEvent>.Of(new PlayerUndocked(now)) : Decision<PlayerEvent>.Nothing,
            TakeOff => player.IsLanded ? Decision<PlayerEvent>.Of(new PlayerTookOff(now)) : Decision<PlayerEvent>.Nothing,
            _ => throw new ArgumentException($"{command.GetType()} is not a command of a player.", nameof(command)),
        };

    /// <summary>What a player is refused with who can do nothing now; null where they can.</summary>
    public static Rejection? RefuseAbsent(PlayerState player) =>
        player.Profile is null ? new("unknown-player", "", "The player never logged in.")
        : !player.IsActive ? new("logged-out", "", "The player is logged out.")
        : !player.IsPresent ? new("not-present", "", "The player is not in space.")
        : null;

    /// <summary>A sign of life, which is kept where none was for a while.</summary>
    public static Decision<PlayerEvent> Seen(PlayerState player, SectorOptions options, DateTimeOffset now) =>
        player.LastActivityAt + options.Activity <= now ? Decision<PlayerEvent>.Of(new PlayerSeen(now)) : Decision<PlayerEvent>.Nothing;

    /// <summary>True where a player was silent past the limit: as exactly as activity is kept, so that nobody is swept early.</summary>
    public static bool IsSilent(PlayerState player, TimeSpan sessionLimit, SectorOptions options, DateTimeOffset now) =>
        player.IsPresent && player.LastActivityAt + sessionLimit + options.Activity < now;

    private static Decision<PlayerEvent> Teleport(PlayerState player, Teleport teleport, PlayerSight sight, DateTimeOffset now) =>
        !player.IsPresent ? Refuse("not-present", "The player is not in space.")
        : player.Sector == teleport.To ? Decision<PlayerEvent>.Nothing
        : player.Sector != teleport.From ? Decision<PlayerEvent>.Reject("not-there", "from", $"The player is in sector {player.Sector}.")
        : sight.There is null ? Decision<PlayerEvent>.Reject("unknown-sector", "to", "The universe has no such sector.")
        : Decision<PlayerEvent>.Of(new PlayerTeleported(MoveRules.ArrivalOf(player, now), teleport.From, teleport.To));

    private static Decision<PlayerEvent> Dock(PlayerState player, Dock dock, PlayerSight sight, DateTimeOffset now) =>
        player.PortId == dock.PortId ? Decision<PlayerEvent>.Nothing
        : RefuseAtRest(player) is { } atRest ? new([], [atRest])
        : sight.Here is { } here && here.Ports.Any(port => port.Id == dock.PortId) ? Decision<PlayerEvent>.Of(new PlayerDocked(now, dock.PortId))
        : Decision<PlayerEvent>.Reject("unknown-port", "port", $"Sector {player.Sector} has no such port.");

    private static Decision<PlayerEvent> Land(PlayerState player, Land land, PlayerSight sight, DateTimeOffset now) =>
        player.PlanetId == land.PlanetId ? Decision<PlayerEvent>.Nothing
        : RefuseAtRest(player) is { } atRest ? new([], [atRest])
        : sight.Here is { } here && here.Planets.Any(planet => planet.Id == land.PlanetId) ? Decision<PlayerEvent>.Of(new PlayerLanded(now, land.PlanetId))
        : Decision<PlayerEvent>.Reject("unknown-planet", "planet", $"Sector {player.Sector} has no such planet.");

    private static Rejection? RefuseAtRest(PlayerState player) =>
        player.IsDocked ? new("docked", "", $"The player is docked at {player.PortId}.")
        : player.IsLanded ? new("landed", "", $"The player is landed on {player.PlanetId}.")
        : null;

    private static Decision<PlayerEvent> Refuse(string code, string message) => Decision<PlayerEvent>.Reject(code, "", message);
}
