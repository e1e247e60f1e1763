namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A pass of the tick reached a system after <paramref name="Since"/> and not after <paramref name="Until"/>.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.TickInterval")]
public sealed record TickInterval(
    [property: Id(0)] DateTimeOffset Since,
    [property: Id(1)] DateTimeOffset Until);
