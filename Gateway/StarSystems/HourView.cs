namespace OrleansGameState.Gateway.StarSystems;

/// <summary>What ticked in an hour.</summary>
internal sealed record HourView(
    DateTimeOffset Hour,
    int SystemTicks,
    int StateChanges,
    IReadOnlyList<BusySystemView> Busiest,
    IReadOnlyList<FactionAtRiskView> AtRisk);
