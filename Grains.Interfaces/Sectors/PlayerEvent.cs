using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A fact about a player.</summary>
/// <param name="OccurredAt">When, by the server's clock; of an arrival, never earlier than the arrival before it.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlayerSpawned), "playerSpawned")]
[JsonDerivedType(typeof(PlayerLoggedIn), "playerLoggedIn")]
[JsonDerivedType(typeof(PlayerReturned), "playerReturned")]
[JsonDerivedType(typeof(ProfileChanged), "profileChanged")]
[JsonDerivedType(typeof(TurnsSet), "turnsSet")]
[JsonDerivedType(typeof(PlayerMoved), "playerMoved")]
[JsonDerivedType(typeof(MoveRefused), "moveRefused")]
[JsonDerivedType(typeof(PlayerTeleported), "playerTeleported")]
[JsonDerivedType(typeof(PlayerDocked), "playerDocked")]
[JsonDerivedType(typeof(PlayerUndocked), "playerUndocked")]
[JsonDerivedType(typeof(PlayerLanded), "playerLanded")]
[JsonDerivedType(typeof(PlayerTookOff), "playerTookOff")]
[JsonDerivedType(typeof(PlayerSeen), "playerSeen")]
[JsonDerivedType(typeof(PlayerLoggedOut), "playerLoggedOut")]
[JsonDerivedType(typeof(PlayerSwept), "playerSwept")]
[JsonDerivedType(typeof(PresenceAffirmed), "presenceAffirmed")]
public abstract record PlayerEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
