using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The answer to an import.</summary>
internal sealed record ImportAcceptedView(string Universe, long Version, ImportReport Report);
