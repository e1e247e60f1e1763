namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>One committed event with its place in the entity's history.</summary>
/// <param name="System">The system's name in lower case, such as <c>territory</c>.</param>
/// <param name="Key">The entity's grain key, such as <c>ps2/10/2</c>.</param>
/// <param name="Sequence">Position in the entity's history; the first is 1 and there are no holes.</param>
/// <param name="At">Commit time; never decreases within one entity.</param>
/// <param name="Event">The fact itself.</param>
[GenerateSerializer]
[Immutable]
[Alias("Envelope")]
public sealed record Envelope(
    [property: Id(0)] string System,
    [property: Id(1)] string Key,
    [property: Id(2)] long Sequence,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] EntityEvent Event);
