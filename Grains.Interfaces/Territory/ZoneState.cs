using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A continent of one world.</summary>
/// <param name="WorldId">The world.</param>
/// <param name="ZoneId">The zone, or the instance of a dynamic one.</param>
/// <param name="Map">Its static data; null until it was read.</param>
/// <param name="Facilities">What is known of its facilities, by facility id.</param>
/// <param name="Status">Open, locked or unknown.</param>
/// <param name="LockedBy">Null where it is not locked, or it is not known by whom.</param>
/// <param name="StatusSince">When the status began, in the game's time; null where it is unknown.</param>
/// <param name="StatusCause">What told of it.</param>
/// <param name="LastLock">The game's last word on a lock, with the populations; null where there was none.</param>
/// <param name="LastAlert">The last alert, running or not; null where there was none.</param>
/// <param name="Retired">True for an instance of a dynamic zone that fell silent.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneState")]
public sealed record ZoneState(
    [property: Id(0)] int WorldId,
    [property: Id(1)] uint ZoneId,
    [property: Id(2)] ZoneMap? Map,
    [property: Id(3)] ImmutableSortedDictionary<int, FacilityState> Facilities,
    [property: Id(4)] ZoneStatus Status,
    [property: Id(5)] Faction? LockedBy,
    [property: Id(6)] DateTimeOffset? StatusSince,
    [property: Id(7)] LockCause? StatusCause,
    [property: Id(8)] ContinentLockReported? LastLock,
    [property: Id(9)] ZoneAlert? LastAlert,
    [property: Id(10)] bool Retired) : IEntityState<ZoneState, ZoneEvent>
{
    /// <summary>The alert that is running now; null where none is.</summary>
    [JsonIgnore]
    public ZoneAlert? RunningAlert =>
        LastAlert is { State: not (AlertState.Ended or AlertState.Cancelled) } ? LastAlert : null;

    public static ZoneState Initial(string key) => TerritoryKeys.TryParseZone(key, out var worldId, out var zoneId)
        ? new(worldId, zoneId, null, ImmutableSortedDictionary<int, FacilityState>.Empty, ZoneStatus.Unknown, null, null, null, null, null, false)
        : throw new ArgumentException($"'{key}' is not a zone's key; one reads ps2/{{world}}/{{zone}}.", nameof(key));

    public ZoneState Apply(ZoneEvent @event) => @event switch
    {
        FacilityCaptured e => With(e.FacilityId, FacilityState.After(Facilities.GetValueOrDefault(e.FacilityId), e)),
        FacilityOwnerLearned e => With(e.FacilityId, FacilityState.After(Facilities.GetValueOrDefault(e.FacilityId), e)),
        FacilityDefended e => With(e.FacilityId, FacilityState.After(Facilities.GetValueOrDefault(e.FacilityId), e)),
        ParticipantsJoined e => Facilities.TryGetValue(e.FacilityId, out var facility) ? With(e.FacilityId, facility.After(e)) : this,
        ZoneLocked e => this with { Status = ZoneStatus.Locked, LockedBy = e.Faction, StatusSince = e.OccurredAt, StatusCause = e.Cause, Retired = false },
        ZoneUnlocked e => this with { Status = ZoneStatus.Open, LockedBy = null, StatusSince = e.OccurredAt, StatusCause = e.Cause, Retired = false },
        ContinentLockReported e => this with { LastLock = e, Retired = false },
        AlertChanged e => this with { LastAlert = AlertAfter(e), Retired = false },
        ZoneMapChanged e => this with { Map = e.Map },
        ZoneRetired => this with { Retired = true },
        _ => this,
    };

    private ZoneState With(int facilityId, FacilityState facility) =>
        this with { Facilities = Facilities.SetItem(facilityId, facility), Retired = false };

    private ZoneAlert AlertAfter(AlertChanged e)
    {
        var same = LastAlert is { } alert && alert.MetagameEventId == e.MetagameEventId && alert.InstanceId == e.InstanceId
            && e.State is not (AlertState.Started or AlertState.Restarted);
        return new(e.MetagameEventId, e.InstanceId, e.State, same ? LastAlert!.StartedAt : e.OccurredAt, e.OccurredAt);
    }
}
