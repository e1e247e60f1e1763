using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A pass of the tick reached a system, as watchers and readers of its history see it.</summary>
internal sealed record SystemTickedView(
    string Type,
    DateTimeOffset OccurredAt,
    TickSource Source,
    bool Reverts,
    SystemTickMessage Tick,
    Observation? Observation);
