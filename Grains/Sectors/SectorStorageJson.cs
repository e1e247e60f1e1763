using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// The JSON that this system's states and events are stored as. Rows of every earlier version must stay readable: a
/// property may be added, and none may be renamed, or given another meaning. The golden files hold the tests to it.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(UniverseState))]
[JsonSerializable(typeof(SectorState))]
[JsonSerializable(typeof(PlayerState))]
[JsonSerializable(typeof(WarpTunnelState))]
[JsonSerializable(typeof(UniverseMapState))]
[JsonSerializable(typeof(ImportBegan))]
[JsonSerializable(typeof(ImportFinished))]
[JsonSerializable(typeof(UniverseSwept))]
[JsonSerializable(typeof(SectorCharted))]
[JsonSerializable(typeof(SectorUncharted))]
[JsonSerializable(typeof(PlayerJoined))]
[JsonSerializable(typeof(PlayerEntryChanged))]
[JsonSerializable(typeof(PlayerLeft))]
[JsonSerializable(typeof(ShipRemoved))]
[JsonSerializable(typeof(DeparturesForgotten))]
[JsonSerializable(typeof(PlayerSpawned))]
[JsonSerializable(typeof(PlayerLoggedIn))]
[JsonSerializable(typeof(PlayerReturned))]
[JsonSerializable(typeof(ProfileChanged))]
[JsonSerializable(typeof(TurnsSet))]
[JsonSerializable(typeof(PlayerMoved))]
[JsonSerializable(typeof(MoveRefused))]
[JsonSerializable(typeof(PlayerTeleported))]
[JsonSerializable(typeof(PlayerDocked))]
[JsonSerializable(typeof(PlayerUndocked))]
[JsonSerializable(typeof(PlayerLanded))]
[JsonSerializable(typeof(PlayerTookOff))]
[JsonSerializable(typeof(PlayerSeen))]
[JsonSerializable(typeof(PlayerLoggedOut))]
[JsonSerializable(typeof(PlayerSwept))]
[JsonSerializable(typeof(PresenceAffirmed))]
[JsonSerializable(typeof(TunnelCharted))]
[JsonSerializable(typeof(TunnelUncharted))]
[JsonSerializable(typeof(TunnelReserved))]
[JsonSerializable(typeof(TunnelReleased))]
[JsonSerializable(typeof(TunnelUsed))]
[JsonSerializable(typeof(TunnelDegradationWarned))]
[JsonSerializable(typeof(TunnelCollapsed))]
[JsonSerializable(typeof(MapImported))]
internal sealed partial class SectorStorageJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Stored = StoredJson.Options(new SectorStorageJson(), SectorWords.All);

    /// <summary>How a type is stored; one that is not listed above is refused with a <see cref="NotSupportedException"/>.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Stored.GetTypeInfo(typeof(T));
}
