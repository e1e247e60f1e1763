using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What a login may tell of a player. Pure.</summary>
internal static class ProfileRules
{
    /// <summary>The longest name of a player, a ship or a type of ship, in UTF-16 units.</summary>
    public const int Longest = 100;

    /// <summary>What a login is refused with, whoever it is of; null where it is well formed.</summary>
    public static Rejection? Refuse(LogIn login) =>
        RefuseName(login.Profile.Username, "username", "The player's name")
        ?? (login.Profile.Username.Length > 0 ? null : new Rejection("no-name", "username", "The player's name is empty."))
        ?? RefuseId(login.Profile.TeamId, "team", "A team's id")
        ?? RefuseShip(login.Profile.Ship)
        ?? RefuseId(login.StartSector, "startSector", "A sector's id")
        ?? RefuseId(login.SessionId, "session", "A session's id")
        ?? (login.Turns < 0 ? new Rejection("out-of-range", "turns", $"There cannot be {login.Turns} turns.") : null);

    private static Rejection? RefuseShip(Ship ship) =>
        RefuseId(ship.Id, "ship.id", "A ship's id")
        ?? RefuseName(ship.Name, "ship.name", "The ship's name")
        ?? RefuseName(ship.Type, "ship.type", "The ship's type");

    private static Rejection? RefuseId(string? id, string field, string where) => id is null || SectorKeys.IsId(id)
        ? null
        : new("invalid-id", field, $"{where} is {SectorKeys.IdText}.");

    private static Rejection? RefuseName(string name, string field, string where) =>
        JsonText.Refuse(name, field, where)
        ?? (name.Length > Longest ? new Rejection("too-long", field, $"{where} has {name.Length} characters; there may be {Longest}.") : null);
}
