namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A move was refused; the same id gets the same answer.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="MoveId">The client's id of the move.</param>
/// <param name="To">The sector it was to enter.</param>
/// <param name="Via">How, where that was asked for; null where it was left open.</param>
/// <param name="Code">Stable, in kebab case.</param>
/// <param name="Field">The field that was wrong; empty where it is the move as a whole.</param>
/// <param name="Message">For people.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.MoveRefused")]
public sealed record MoveRefused(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string MoveId,
    [property: Id(1)] string To,
    [property: Id(2)] MoveVia? Via,
    [property: Id(3)] string Code,
    [property: Id(4)] string Field,
    [property: Id(5)] string Message) : PlayerEvent(OccurredAt);
