using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>What the sources of a facility's changes are refused for alike.</summary>
internal static class Facilities
{
    private static readonly TimeSpan SameCapture = TimeSpan.FromSeconds(1);

    /// <summary>A refusal where the zone's map is known and lacks the facility; null where it may exist.</summary>
    public static Decision<ZoneEvent>? Refuse(ZoneState zone, int facilityId) =>
        zone.Map is { Regions.IsEmpty: false } map && !zone.Facilities.ContainsKey(facilityId) && !map.Regions.Any(region => region.FacilityId == facilityId)
            ? Decision<ZoneEvent>.Reject("unknown-facility", "facilityId", $"Zone {zone.ZoneId} ({map.Name}) has no facility {facilityId}.")
            : null;

    public static Decision<ZoneEvent> Late(int facilityId, DateTimeOffset timestamp) => Decision<ZoneEvent>.Reject(
        "late", "timestamp", $"Facility {facilityId}: something later than {timestamp:O} is known.");

    /// <summary>True where a less trusted source has told of the same capture already.</summary>
    public static bool ToldBefore(FacilityState? facility, Faction taker, DateTimeOffset timestamp, ChangeSource source) =>
        facility is { CapturedAt: { } told }
        && facility.Owner == taker
        && facility.Source < source
        && timestamp <= told + SameCapture
        && timestamp >= told.AddSeconds(-facility.UncertaintySeconds) - SameCapture;
}
