using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A universe in the list of them.</summary>
internal sealed record UniverseSummaryView(string Universe, int Sectors, ImportPhase ImportPhase);
