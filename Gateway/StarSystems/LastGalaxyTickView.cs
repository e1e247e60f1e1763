using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The last tick of the galaxy that was not taken back, and since when another one lacks.</summary>
internal sealed record LastGalaxyTickView(
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset DetectedAt,
    double Confidence,
    GalaxyTickStanding Standing,
    int Systems,
    SystemTickMessage Tick,
    DateTimeOffset? OverdueSince);
