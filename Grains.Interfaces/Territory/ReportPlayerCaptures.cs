using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>
/// PlayerFacilityCapture messages of one facility and one second, two seconds after the first of them came, with the
/// characters' factions looked up.
/// </summary>
/// <param name="FacilityId">facility_id.</param>
/// <param name="Timestamp">timestamp, in whole seconds.</param>
/// <param name="Characters">Who was there; each at most once.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportPlayerCaptures")]
public sealed record ReportPlayerCaptures(
    [property: Id(0)] int FacilityId,
    [property: Id(1)] DateTimeOffset Timestamp,
    [property: Id(2)] ImmutableArray<CapturingCharacter> Characters) : ZoneCommand;
