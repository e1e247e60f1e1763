using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>More of the players present at a facility's last capture became known.</summary>
/// <param name="OccurredAt">The time of the PlayerFacilityCapture messages.</param>
/// <param name="FacilityId">The facility.</param>
/// <param name="Participants">The character ids that were not known before.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ParticipantsJoined")]
public sealed record ParticipantsJoined(
    DateTimeOffset OccurredAt,
    [property: Id(0)] int FacilityId,
    [property: Id(1)] ImmutableArray<long> Participants) : ZoneEvent(OccurredAt);
