using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A facility changed hands.</summary>
/// <param name="OccurredAt">Capture time; for a poll, the time it was asked for.</param>
/// <param name="FacilityId">The facility.</param>
/// <param name="OldFaction">Who lost it; None where nobody held it.</param>
/// <param name="NewFaction">Who took it.</param>
/// <param name="OutfitId">The capturing outfit; only FacilityControl tells it.</param>
/// <param name="Source">Who told.</param>
/// <param name="SpeaksOf">The instant the source knows of: a poll's is its request less the cache lag.</param>
/// <param name="UncertaintySeconds">How much earlier it may have happened.</param>
/// <param name="HeldSeconds">How long the loser had held it; null where the source does not tell.</param>
/// <param name="Participants">Character ids of the capturing players, where known.</param>
/// <param name="Restates">True where a less trusted source had told of this capture already; counts of captures leave it out.</param>
/// <param name="Majority">How many of the players were of the new faction, where they told; else 0.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FacilityCaptured")]
public sealed record FacilityCaptured(
    DateTimeOffset OccurredAt,
    [property: Id(0)] int FacilityId,
    [property: Id(1)] Faction OldFaction,
    [property: Id(2)] Faction NewFaction,
    [property: Id(3)] long? OutfitId,
    [property: Id(4)] ChangeSource Source,
    [property: Id(5)] DateTimeOffset SpeaksOf,
    [property: Id(6)] int UncertaintySeconds,
    [property: Id(7)] long? HeldSeconds,
    [property: Id(8)] ImmutableArray<long> Participants,
    [property: Id(10)] bool Restates,
    [property: Id(11)] int Majority = 0) : ZoneEvent(OccurredAt);
