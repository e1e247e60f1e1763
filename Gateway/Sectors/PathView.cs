using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A way that costs the fewest turns.</summary>
internal sealed record PathView(string From, string To, int Turns, long MapVersion, IReadOnlyList<PathStep> Steps);
