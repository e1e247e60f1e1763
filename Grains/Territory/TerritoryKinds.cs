using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>How this system is stored. The names stand in databases: they are never changed, and never used again for something else.</summary>
internal static class TerritoryKinds
{
    private static readonly TerritoryStorageJson Json = TerritoryStorageJson.Default;

    public static readonly StoredKind Zone = new StoredKind<ZoneState, ZoneEvent>(
        TerritoryKeys.System,
        "zone",
        key => TerritoryKeys.TryParseZone(key, out _, out _),
        Json.ZoneState,
        [
            new("facilityCaptured", Json.FacilityCaptured),
            new("facilityOwnerLearned", Json.FacilityOwnerLearned),
            new("facilityDefended", Json.FacilityDefended),
            new("participantsJoined", Json.ParticipantsJoined),
            new("zoneLocked", Json.ZoneLocked),
            new("zoneUnlocked", Json.ZoneUnlocked),
            new("continentLockReported", Json.ContinentLockReported),
            new("alertChanged", Json.AlertChanged),
            new("zoneMapChanged", Json.ZoneMapChanged),
            new("zoneRetired", Json.ZoneRetired),
        ]);

    public static readonly StoredKind World = new StoredKind<WorldState, WorldEvent>(
        TerritoryKeys.System,
        "world",
        key => TerritoryKeys.TryParseWorld(key, out _),
        Json.WorldState,
        [
            new("worldDescribed", Json.WorldDescribed),
            new("worldOnlineChanged", Json.WorldOnlineChanged),
            new("feedDegraded", Json.FeedDegraded),
            new("feedRecovered", Json.FeedRecovered),
            new("zoneReported", Json.ZoneReported),
            new("zoneRemoved", Json.ZoneRemoved),
        ]);

    public static readonly StoredKind WorldDirectory = new StoredKind<WorldDirectoryState, WorldDirectoryEvent>(
        TerritoryKeys.System,
        "worldDirectory",
        key => key == TerritoryKeys.Directory,
        Json.WorldDirectoryState,
        [
            new("worldListed", Json.WorldListed),
        ]);

    public static readonly ImmutableArray<StoredKind> All = [Zone, World, WorldDirectory];
}
