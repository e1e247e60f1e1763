namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>An expected refusal: the command was understood and not done.</summary>
/// <param name="Code">Stable, in kebab case, such as <c>unknown-facility</c>; callers branch and count on it.</param>
/// <param name="Field">The field of the command that was wrong, in camel case; empty where it is the command as a whole.</param>
/// <param name="Message">For people: what was wrong, with the value.</param>
[GenerateSerializer]
[Immutable]
[Alias("Rejection")]
public sealed record Rejection(
    [property: Id(0)] string Code,
    [property: Id(1)] string Field,
    [property: Id(2)] string Message);
