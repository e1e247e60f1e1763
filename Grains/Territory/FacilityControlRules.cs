using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>The canonical event: who took a facility from whom, or resecured it.</summary>
internal static class FacilityControlRules
{
    public static Decision<ZoneEvent> Decide(ZoneState zone, ZoneSight sight, ReportFacilityControl control)
    {
        if (Facilities.Refuse(zone, control.FacilityId) is { } unknown)
        {
            return unknown;
        }

        var facility = zone.Facilities.GetValueOrDefault(control.FacilityId);
        var sameSecond = facility?.ControlAt == control.Timestamp;
        if (sameSecond && facility!.Turns.Any(turn => turn.From == control.OldFaction && turn.To == control.NewFaction))
        {
            return Decision<ZoneEvent>.Reject("duplicate", "timestamp", $"Facility {control.FacilityId}: this change of {control.Timestamp:O} is known.");
        }

        var known = FactRank.Max(facility?.Rank ?? default, sight.RankOf(control.FacilityId));
        return FactRank.Control(control.Timestamp) < known
            ? Facilities.Late(control.FacilityId, control.Timestamp)
            : Decision<ZoneEvent>.Of(EventOf(control, facility));
    }

    private static ZoneEvent EventOf(ReportFacilityControl control, FacilityState? facility) =>
        control.OldFaction == control.NewFaction
            ? new FacilityDefended(control.Timestamp, control.FacilityId, control.NewFaction, control.OutfitId, control.HeldSeconds)
            : new FacilityCaptured(
                control.Timestamp,
                control.FacilityId,
                control.OldFaction,
                control.NewFaction,
                control.OutfitId,
                ChangeSource.FacilityControl,
                control.Timestamp,
                0,
                control.HeldSeconds,
                [],
                Facilities.ToldBefore(facility, control.NewFaction, control.Timestamp, ChangeSource.FacilityControl));
}
