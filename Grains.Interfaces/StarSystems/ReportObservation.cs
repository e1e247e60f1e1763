namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A journal told of the system. Refused with <c>older</c> where a later observation is known already, with <c>future</c> where it is ahead of the clock.</summary>
/// <param name="Observation">As it was told; <see cref="FactionPresence.PreviousInfluence"/> is not looked at.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReportObservation")]
public sealed record ReportObservation([property: Id(0)] Observation Observation) : StarSystemCommand;
