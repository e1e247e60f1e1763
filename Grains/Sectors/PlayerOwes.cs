using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What sectors and tunnels must learn of what happened to a player. Pure. The sector left is told before the one entered.</summary>
/// <param name="universe">The player's universe.</param>
/// <param name="player">The player's id.</param>
internal sealed class PlayerOwes(string universe, string player)
{
    /// <summary>How a sector has a player who came into the universe.</summary>
    public PlayerEntry EntryOf(PlayerState state) => new(player, state.Profile!.Username, state.Profile.Ship, state.Profile.TeamId, state.ArrivedAt);

    public ImmutableArray<Owed> Of(PlayerState before, PlayerState after, PlayerEvent told) => told switch
    {
        PlayerMoved { Passage.UsesLeft: not null } moved =>
        [
            Left(before, after, moved, PresenceReason.Moved),
            Joined(after, moved, PresenceReason.Moved),
            new(SectorKeys.Tunnel(universe, moved.From, moved.To), new TunnelUsed(moved.OccurredAt, player, moved.MoveId)),
        ],
        PlayerMoved => [Left(before, after, told, PresenceReason.Moved), Joined(after, told, PresenceReason.Moved)],
        PlayerTeleported => [Left(before, after, told, PresenceReason.Teleported), Joined(after, told, PresenceReason.Teleported)],
        PlayerSpawned => [Joined(after, told, PresenceReason.Spawned)],
        PlayerReturned => [Joined(after, told, PresenceReason.Returned)],
        PresenceAffirmed => [Joined(after, told, PresenceReason.Healed)],
        PlayerSwept => [Left(before, after, told, PresenceReason.Swept)],
        ProfileChanged when after.IsPresent => [Changed(before, after, told)],
        _ => [],
    };

    private Owed Left(PlayerState before, PlayerState after, PlayerEvent told, PresenceReason reason) => new(
        SectorKeys.Sector(universe, before.Sector),
        new PlayerLeft(told.OccurredAt, EntryOf(before), reason, reason == PresenceReason.Swept, after.Sequence));

    private Owed Joined(PlayerState after, PlayerEvent told, PresenceReason reason) => new(
        SectorKeys.Sector(universe, after.Sector),
        new PlayerJoined(told.OccurredAt, EntryOf(after), reason, after.Sequence));

    private Owed Changed(PlayerState before, PlayerState after, PlayerEvent told) => new(
        SectorKeys.Sector(universe, after.Sector),
        new PlayerEntryChanged(told.OccurredAt, EntryOf(after), before.Profile!.Ship.Id == after.Profile!.Ship.Id ? null : before.Profile.Ship, after.Sequence));
}
