using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>How this system is stored. The names stand in databases: they are never changed, and never used again for something else.</summary>
internal static class TerritoryKinds
{
    public static readonly StoredKind Zone = new StoredKind<ZoneState, ZoneEvent>(
        TerritoryKeys.System,
        "zone",
        key => TerritoryKeys.TryParseZone(key, out _, out _),
        TerritoryStorageJson.Of<ZoneState>(),
        [
            new("facilityCaptured", TerritoryStorageJson.Of<FacilityCaptured>()),
            new("facilityOwnerLearned", TerritoryStorageJson.Of<FacilityOwnerLearned>()),
            new("facilityDefended", TerritoryStorageJson.Of<FacilityDefended>()),
            new("participantsJoined", TerritoryStorageJson.Of<ParticipantsJoined>()),
            new("zoneLocked", TerritoryStorageJson.Of<ZoneLocked>()),
            new("zoneUnlocked", TerritoryStorageJson.Of<ZoneUnlocked>()),
            new("continentLockReported", TerritoryStorageJson.Of<ContinentLockReported>()),
            new("alertChanged", TerritoryStorageJson.Of<AlertChanged>()),
            new("zoneMapChanged", TerritoryStorageJson.Of<ZoneMapChanged>()),
            new("zoneRetired", TerritoryStorageJson.Of<ZoneRetired>()),
        ]);

    public static readonly StoredKind World = new StoredKind<WorldState, WorldEvent>(
        TerritoryKeys.System,
        "world",
        key => TerritoryKeys.TryParseWorld(key, out _),
        TerritoryStorageJson.Of<WorldState>(),
        [
            new("worldDescribed", TerritoryStorageJson.Of<WorldDescribed>()),
            new("worldOnlineChanged", TerritoryStorageJson.Of<WorldOnlineChanged>()),
            new("feedDegraded", TerritoryStorageJson.Of<FeedDegraded>()),
            new("feedRecovered", TerritoryStorageJson.Of<FeedRecovered>()),
            new("zoneReported", TerritoryStorageJson.Of<ZoneReported>()),
            new("zoneRemoved", TerritoryStorageJson.Of<ZoneRemoved>()),
        ]);

    public static readonly StoredKind WorldDirectory = new StoredKind<WorldDirectoryState, WorldDirectoryEvent>(
        TerritoryKeys.System,
        "worldDirectory",
        key => key == TerritoryKeys.Directory,
        TerritoryStorageJson.Of<WorldDirectoryState>(),
        [
            new("worldListed", TerritoryStorageJson.Of<WorldListed>()),
        ]);

    public static readonly ImmutableArray<StoredKind> All = [Zone, World, WorldDirectory];
}
