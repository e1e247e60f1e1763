using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>The JSON that this system's states and events are stored as.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
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
internal sealed partial class TerritoryStorageJson : JsonSerializerContext;
