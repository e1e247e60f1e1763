using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player: the one record that says where they are.</summary>
/// <param name="Profile">Who they are; null before their first login.</param>
/// <param name="Sector">Where they are, or were when they were swept; empty before their first login.</param>
/// <param name="IsPresent">True where they are in space, and so in their sector's list; false before their first login and once they were swept.</param>
/// <param name="IsActive">True from login to logout.</param>
/// <param name="Session">Their session; the last one where they are not active.</param>
/// <param name="AwaySince">Their last activity before this session; null in the first.</param>
/// <param name="LastActivityAt">When they last did something or gave a sign of life; as exact as <c>Sectors:ActivitySeconds</c>.</param>
/// <param name="ArrivedAt">When they came to the sector; never decreases.</param>
/// <param name="PortId">Where they are docked; null where they are not.</param>
/// <param name="PlanetId">Where they are landed; null where they are not.</param>
/// <param name="Turns">Turns they have left.</param>
/// <param name="AriaInteractions">How often their ARIA was with them on a move.</param>
/// <param name="AriaLevel">Its level of consciousness, from 1.</param>
/// <param name="Moves">Their last moves.</param>
/// <param name="Sequence">Sequence of the last event.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerState")]
public sealed record PlayerState(
    [property: Id(0)] PlayerProfile? Profile,
    [property: Id(1)] string Sector,
    [property: Id(2)] bool IsPresent,
    [property: Id(3)] bool IsActive,
    [property: Id(4)] PlayerSession? Session,
    [property: Id(5)] DateTimeOffset? AwaySince,
    [property: Id(6)] DateTimeOffset LastActivityAt,
    [property: Id(7)] DateTimeOffset ArrivedAt,
    [property: Id(8)] string? PortId,
    [property: Id(9)] string? PlanetId,
    [property: Id(10)] int Turns,
    [property: Id(11)] int AriaInteractions,
    [property: Id(12)] int AriaLevel,
    [property: Id(13)] MoveMemory Moves,
    [property: Id(14)] long Sequence) : IEntityState<PlayerState, PlayerEvent>
{
    [JsonIgnore]
    public bool IsDocked => PortId is not null;

    [JsonIgnore]
    public bool IsLanded => PlanetId is not null;

    public static PlayerState Initial(string key) => SectorKeys.TryParsePlayer(key, out _, out _)
        ? new(null, "", false, false, null, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, null, 0, 0, 1, MoveMemory.Empty, 0)
        : throw new ArgumentException($"'{key}' is not a player's key; one reads {{universe}}/player/{{player}}.", nameof(key));

    public PlayerState Apply(PlayerEvent @event) => After(@event) with { Sequence = Sequence + 1 };

    private PlayerState After(PlayerEvent @event) => @event switch
    {
        PlayerSpawned e => Seen(e) with { Profile = e.Profile, Sector = e.Sector, IsPresent = true, Turns = e.Turns, ArrivedAt = e.OccurredAt },
        PlayerLoggedIn e => Seen(e) with { IsActive = true, Session = e.Session, AwaySince = e.AwaySince },
        PlayerReturned e => Seen(e).At(e.Sector, e.OccurredAt) with { IsPresent = true },
        ProfileChanged e => Seen(e) with { Profile = e.Profile },
        TurnsSet e => this with { Turns = e.Turns },
        PlayerMoved e => Seen(e).At(e.To, e.OccurredAt) with
        {
            Turns = e.TurnsLeft,
            AriaInteractions = e.AriaInteractions,
            AriaLevel = e.AriaLevel,
            Moves = Moves.With(e.MoveId, Sequence + 1),
        },
        MoveRefused e => this with { Moves = Moves.With(e.MoveId, Sequence + 1) },
        PlayerTeleported e => At(e.To, e.OccurredAt),
        PlayerDocked e => Seen(e) with { PortId = e.PortId },
        PlayerUndocked e => Seen(e) with { PortId = null },
        PlayerLanded e => Seen(e) with { PlanetId = e.PlanetId },
        PlayerTookOff e => Seen(e) with { PlanetId = null },
        PlayerSeen e => Seen(e),
        PlayerLoggedOut e => Seen(e) with { IsActive = false },
        PlayerSwept => this with { IsPresent = false, IsActive = false },
        _ => this,
    };

    private PlayerState Seen(PlayerEvent @event) => @event.OccurredAt > LastActivityAt ? this with { LastActivityAt = @event.OccurredAt } : this;

    // Whoever comes somewhere is neither docked nor landed.
    private PlayerState At(string sector, DateTimeOffset arrivedAt) => this with { Sector = sector, ArrivedAt = arrivedAt, PortId = null, PlanetId = null };
}
