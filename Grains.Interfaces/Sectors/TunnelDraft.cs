namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A tunnel as an import names it.</summary>
/// <param name="Chart">What it is.</param>
/// <param name="Status">Its status; null where the import does not say.</param>
/// <param name="Uses">Its uses; null where the import does not say.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelDraft")]
public sealed record TunnelDraft(
    [property: Id(0)] TunnelChart Chart,
    [property: Id(1)] TunnelStatus? Status,
    [property: Id(2)] int? Uses);
