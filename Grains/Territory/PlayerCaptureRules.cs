using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>
/// The fallback for a dropped FacilityControl: the capturing players' majority tells the faction. Where the
/// FacilityControl did come, the players are the participants of its capture.
/// </summary>
internal static class PlayerCaptureRules
{
    public static Decision<ZoneEvent> Decide(ZoneState zone, ZoneSight sight, ReportPlayerCaptures captures)
    {
        if (Facilities.Refuse(zone, captures.FacilityId) is { } unknown)
        {
            return unknown;
        }

        var facility = zone.Facilities.GetValueOrDefault(captures.FacilityId);
        if (facility is not null && facility.HasControlNear(captures.Timestamp))
        {
            return Join(facility, captures);
        }

        if (Majority(captures) is not { } majority)
        {
            return Decision<ZoneEvent>.Reject("no-majority", "characters", $"Facility {captures.FacilityId}: its {captures.Characters.Length} capturing players have no majority of a faction.");
        }

        if (IsTold(facility, captures.Timestamp, majority.Faction))
        {
            return Join(facility!, captures);
        }

        var known = FactRank.Max(facility?.Rank ?? default, sight.RankOf(captures.FacilityId));
        return FactRank.PlayerCapture(captures.Timestamp, majority.Votes, majority.Faction) <= known
            ? Facilities.Late(captures.FacilityId, captures.Timestamp)
            : Decision<ZoneEvent>.Of(Capture(facility, captures, majority));
    }

    private static FacilityCaptured Capture(FacilityState? facility, ReportPlayerCaptures captures, (Faction Faction, int Votes) majority) => new(
        captures.Timestamp,
        captures.FacilityId,
        facility is null || facility.Owner == majority.Faction ? Faction.None : facility.Owner,
        majority.Faction,
        null,
        ChangeSource.PlayerFacilityCapture,
        captures.Timestamp,
        0,
        null,
        [.. captures.Characters.Select(character => character.CharacterId).Order()],
        Facilities.ToldBefore(facility, majority.Faction, captures.Timestamp, ChangeSource.PlayerFacilityCapture)
            || IsTold(facility, captures.Timestamp.AddSeconds(-1), majority.Faction),
        majority.Votes);

    private static bool IsTold(FacilityState? facility, DateTimeOffset timestamp, Faction faction) =>
        facility is { Source: ChangeSource.PlayerFacilityCapture } && facility.Owner == faction && facility.CapturedAt == timestamp;

    private static Decision<ZoneEvent> Join(FacilityState facility, ReportPlayerCaptures captures)
    {
        ImmutableArray<long> joined =
            [.. captures.Characters.Select(character => character.CharacterId).Except(facility.Participants).Order()];
        return joined.IsEmpty
            ? Decision<ZoneEvent>.Reject("duplicate", "characters", $"Facility {captures.FacilityId}: these participants are known.")
            : Decision<ZoneEvent>.Of(new ParticipantsJoined(captures.Timestamp, captures.FacilityId, joined));
    }

    // NSO fight for whomever they are hired by, so they count for nobody.
    private static (Faction Faction, int Votes)? Majority(ReportPlayerCaptures captures)
    {
        var votes = captures.Characters
            .Where(character => character.Faction is Faction.VanuSovereignty or Faction.NewConglomerate or Faction.TerranRepublic)
            .CountBy(character => character.Faction)
            .OrderByDescending(vote => vote.Value)
            .Take(2)
            .ToArray();
        return votes switch
        {
            [var only] => (only.Key, only.Value),
            [var first, var second] when first.Value > second.Value => (first.Key, first.Value),
            _ => null,
        };
    }
}
