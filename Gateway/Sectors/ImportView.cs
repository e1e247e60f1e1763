using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>An import as clients see it; what was told of it by now is only measured.</summary>
internal sealed record ImportView(
    long Version,
    ImportPhase Phase,
    int Told,
    int ToTell,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    ImportReport Report);
