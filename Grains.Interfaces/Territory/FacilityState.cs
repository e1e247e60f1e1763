using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Who holds a facility, and how that is known.</summary>
/// <param name="Owner">The holder.</param>
/// <param name="OutfitId">The capturing outfit; null where none, or where the source does not tell.</param>
/// <param name="CapturedAt">When it was captured; null where only the holder is known.</param>
/// <param name="UncertaintySeconds">How much earlier than <paramref name="CapturedAt"/> it may have been.</param>
/// <param name="Source">Who told.</param>
/// <param name="Rank">Of the fact that decided; only a higher one changes the holder.</param>
/// <param name="ControlAt">The second of the last FacilityControl; null where there was none.</param>
/// <param name="Turns">The FacilityControl messages of that second.</param>
/// <param name="Participants">Character ids of the players present at the last capture, where known.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FacilityState")]
public sealed record FacilityState(
    [property: Id(0)] Faction Owner,
    [property: Id(1)] long? OutfitId,
    [property: Id(2)] DateTimeOffset? CapturedAt,
    [property: Id(3)] int UncertaintySeconds,
    [property: Id(4)] ChangeSource Source,
    [property: Id(5)] FactRank Rank,
    [property: Id(6)] DateTimeOffset? ControlAt,
    [property: Id(7)] ImmutableArray<ControlTurn> Turns,
    [property: Id(8)] ImmutableArray<long> Participants)
{
    private static readonly TimeSpan SameCapture = TimeSpan.FromSeconds(1);

    /// <summary>True where a FacilityControl within a second of <paramref name="timestamp"/> has come.</summary>
    public bool HasControlNear(DateTimeOffset timestamp) =>
        ControlAt is { } control && (control - timestamp).Duration() <= SameCapture;

    internal static FacilityState After(FacilityState? facility, FacilityOwnerLearned e) =>
        new(e.Faction, null, null, 0, ChangeSource.MapPoll, FactRank.Poll(e.SpeaksOf), facility?.ControlAt, facility?.Turns ?? [], []);

    internal static FacilityState After(FacilityState? facility, FacilityCaptured e) => e.Source switch
    {
        ChangeSource.FacilityControl => AfterTurn(facility, e.OccurredAt, new(e.OldFaction, e.NewFaction, e.HeldSeconds ?? 0, e.OutfitId)),
        ChangeSource.PlayerFacilityCapture => new(
            e.NewFaction,
            null,
            e.OccurredAt,
            e.UncertaintySeconds,
            e.Source,
            FactRank.PlayerCapture(e.OccurredAt, e.Majority, e.NewFaction),
            facility?.ControlAt,
            facility?.Turns ?? [],
            ParticipantsNear(facility, e.OccurredAt).Union(e.Participants).Order().ToImmutableArray()),
        _ => new(e.NewFaction, null, e.OccurredAt, e.UncertaintySeconds, e.Source, FactRank.Poll(e.SpeaksOf), facility?.ControlAt, facility?.Turns ?? [], []),
    };

    internal static FacilityState After(FacilityState? facility, FacilityDefended e) =>
        AfterTurn(facility, e.OccurredAt, new(e.Faction, e.Faction, e.HeldSeconds, e.OutfitId));

    internal FacilityState After(ParticipantsJoined e) =>
        this with { Participants = [.. Participants.Union(e.Participants).Order()] };

    private static FacilityState AfterTurn(FacilityState? facility, DateTimeOffset timestamp, ControlTurn turn)
    {
        ImmutableArray<ControlTurn> turns = facility?.ControlAt == timestamp ? facility.Turns.Add(turn) : [turn];
        var last = ControlChain.Last(turns.AsSpan());
        var rank = FactRank.Control(timestamp);
        if (last.From == last.To && last.To == facility?.Owner)
        {
            return facility with { Rank = rank, ControlAt = timestamp, Turns = turns };
        }

        var capturedAt = last.From == last.To ? CaptureBefore(timestamp, last.HeldSeconds) : timestamp;
        var outfit = last.From == last.To ? null : last.OutfitId;
        return new(last.To, outfit, capturedAt, 0, ChangeSource.FacilityControl, rank, timestamp, turns, ParticipantsNear(facility, timestamp));
    }

    // A defence tells how long the facility was held; one never held counts from 1970.
    private static DateTimeOffset? CaptureBefore(DateTimeOffset timestamp, long heldSeconds) =>
        heldSeconds >= 0 && heldSeconds < timestamp.ToUnixTimeSeconds() ? timestamp.AddSeconds(-heldSeconds) : null;

    private static ImmutableArray<long> ParticipantsNear(FacilityState? facility, DateTimeOffset timestamp) =>
        facility?.CapturedAt is { } captured && (captured - timestamp).Duration() <= SameCapture ? facility.Participants : [];
}
