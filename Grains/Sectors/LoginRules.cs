using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Coming into a universe, and back. Pure.</summary>
internal static class LoginRules
{
    /// <param name="player">The player.</param>
    /// <param name="login">The login.</param>
    /// <param name="sight">The universe's settings, the sector they were in and the one they would start in, where these matter.</param>
    /// <param name="options">How exactly activity is kept, and what the universe does not say.</param>
    /// <param name="newSession">The id of a session that is given none.</param>
    /// <param name="now">The time.</param>
    public static Decision<PlayerEvent> Decide(PlayerState player, LogIn login, PlayerSight sight, SectorOptions options, string newSession, DateTimeOffset now) =>
        ProfileRules.Refuse(login) is { } malformed ? new([], [malformed])
        : player.Profile is null ? Spawn(login, sight, options, newSession, now)
        : ComeBack(player, login, sight, options, newSession, now);

    /// <summary>True where it matters what sectors and settings there are.</summary>
    public static bool HasToEnter(PlayerState player) => !player.IsPresent;

    private static Decision<PlayerEvent> Spawn(LogIn login, PlayerSight sight, SectorOptions options, string newSession, DateTimeOffset now) =>
        sight.Settings is not { } settings ? Decision<PlayerEvent>.Reject("unknown-universe", "", "The universe was never imported.")
        : sight.There is not { } start ? Decision<PlayerEvent>.Reject("unknown-sector", "startSector", $"The universe has no sector {login.StartSector ?? settings.StartSector}.")
        : Decision<PlayerEvent>.Of(
            new PlayerSpawned(now, login.Profile, start.Id, login.Turns ?? settings.StartingTurns ?? options.StartingTurns),
            new PlayerLoggedIn(now, new(login.SessionId ?? newSession, now), null));

    private static Decision<PlayerEvent> ComeBack(PlayerState player, LogIn login, PlayerSight sight, SectorOptions options, string newSession, DateTimeOffset now)
    {
        var sector = sight.Here ?? sight.There;
        if (HasToEnter(player) && sector is null)
        {
            return Decision<PlayerEvent>.Reject("unknown-sector", "", $"The universe has neither sector {player.Sector}, where the player was, nor one to start in.");
        }

        var events = ImmutableArray.CreateBuilder<PlayerEvent>();
        if (!player.IsActive || (login.SessionId is { } session && session != player.Session?.Id))
        {
            events.Add(new PlayerLoggedIn(now, new(login.SessionId ?? newSession, now), player.LastActivityAt));
        }

        if (player.Profile != login.Profile)
        {
            events.Add(new ProfileChanged(now, login.Profile));
        }

        // With the ship that they fly now: the one they were swept with stays where it is.
        if (HasToEnter(player))
        {
            events.Add(new PlayerReturned(MoveRules.ArrivalOf(player, now), sector!.Id));
        }

        if (events.Count == 0)
        {
            events.AddRange(PlayerRules.Seen(player, options, now).Events);
        }

        if (login.Turns is { } turns && turns != player.Turns)
        {
            events.Add(new TurnsSet(now, turns));
        }

        return new(events.DrainToImmutable(), []);
    }
}
