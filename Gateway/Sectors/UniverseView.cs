using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A universe as clients see it.</summary>
internal sealed record UniverseView(
    string Universe,
    long Sequence,
    DateTimeOffset AsOf,
    UniverseSettings Settings,
    ImportView? Import,
    SweepReport? LastSweep);
