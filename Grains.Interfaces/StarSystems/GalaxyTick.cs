namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A daily tick of the galaxy.</summary>
/// <param name="Id">Stable: given when it was called and kept whatever is revised, such as <c>20260516T1418Z</c>.</param>
/// <param name="StartedAt">Time of the first state change that belongs to it.</param>
/// <param name="DetectedAt">When it was called.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Standing">How sure it is.</param>
/// <param name="Systems">Systems with a state change that bore it out when it was called or last revised.</param>
/// <param name="First">The first system's tick: what the GalaxyTick topic carries.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyTick")]
public sealed record GalaxyTick(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset StartedAt,
    [property: Id(2)] DateTimeOffset DetectedAt,
    [property: Id(3)] double Confidence,
    [property: Id(4)] GalaxyTickStanding Standing,
    [property: Id(5)] int Systems,
    [property: Id(6)] SystemTick First);
