using System.Text.Json.Serialization;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>
/// What this system's enums are called in the store. The words stand in databases: they are never changed, and never used
/// again for something else. Factions are stored as the game's numbers, which tell more than a name would.
/// </summary>
internal static class TerritoryWords
{
    public static readonly JsonConverter[] All =
    [
        new WordJsonConverter<ZoneStatus>(
            (ZoneStatus.Unknown, "unknown"),
            (ZoneStatus.Open, "open"),
            (ZoneStatus.Locked, "locked")),
        new WordJsonConverter<LockCause>(
            (LockCause.Map, "map"),
            (LockCause.ContinentLock, "continentLock")),
        new WordJsonConverter<ChangeSource>(
            (ChangeSource.MapPoll, "mapPoll"),
            (ChangeSource.PlayerFacilityCapture, "playerFacilityCapture"),
            (ChangeSource.FacilityControl, "facilityControl")),
        new WordJsonConverter<AlertState>(
            (AlertState.Started, "started"),
            (AlertState.Restarted, "restarted"),
            (AlertState.Cancelled, "cancelled"),
            (AlertState.Ended, "ended"),
            (AlertState.XpBonusChanged, "xpBonusChanged")),
    ];
}
