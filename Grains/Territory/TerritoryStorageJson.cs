using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>
/// The JSON that this system's states and events are stored as. Rows of every earlier version must stay readable: a
/// property may be added, and none may be renamed, or given another meaning. The golden files hold the tests to it.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ZoneState))]
[JsonSerializable(typeof(WorldState))]
[JsonSerializable(typeof(WorldDirectoryState))]
[JsonSerializable(typeof(FacilityCaptured))]
[JsonSerializable(typeof(FacilityOwnerLearned))]
[JsonSerializable(typeof(FacilityDefended))]
[JsonSerializable(typeof(ParticipantsJoined))]
[JsonSerializable(typeof(ZoneLocked))]
[JsonSerializable(typeof(ZoneUnlocked))]
[JsonSerializable(typeof(ContinentLockReported))]
[JsonSerializable(typeof(AlertChanged))]
[JsonSerializable(typeof(ZoneMapChanged))]
[JsonSerializable(typeof(ZoneRetired))]
[JsonSerializable(typeof(WorldDescribed))]
[JsonSerializable(typeof(WorldOnlineChanged))]
[JsonSerializable(typeof(FeedDegraded))]
[JsonSerializable(typeof(FeedRecovered))]
[JsonSerializable(typeof(ZoneReported))]
[JsonSerializable(typeof(ZoneRemoved))]
[JsonSerializable(typeof(WorldListed))]
internal sealed partial class TerritoryStorageJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Stored = StoredJson.Options(new TerritoryStorageJson(), TerritoryWords.All);

    /// <summary>How a type is stored; one that is not listed above is refused with a <see cref="NotSupportedException"/>.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Stored.GetTypeInfo(typeof(T));
}
