using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A daily tick of the galaxy as it is seen now.</summary>
/// <param name="Id">Stable, whatever is revised.</param>
/// <param name="StartedAt">Time of the first state change that belongs to it.</param>
/// <param name="DetectedAt">When it was called.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Standing">How sure it is.</param>
/// <param name="Systems">Systems that bear it out.</param>
/// <param name="Tick">The first system's tick.</param>
internal sealed record GalaxyTickView(
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset DetectedAt,
    double Confidence,
    GalaxyTickStanding Standing,
    int Systems,
    SystemTickMessage Tick);
