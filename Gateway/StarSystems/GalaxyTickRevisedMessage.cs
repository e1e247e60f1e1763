using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A tick that was called is seen otherwise now, and why.</summary>
internal sealed record GalaxyTickRevisedMessage(
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset DetectedAt,
    double Confidence,
    GalaxyTickStanding Standing,
    int Systems,
    SystemTickMessage Tick,
    string Reason);
