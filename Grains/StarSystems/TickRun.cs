using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Changes that look like the beginning of a tick.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Systems">How many systems.</param>
/// <param name="Confidence">One less the number of such runs that a day without a tick would bring by chance; 0 to 1.</param>
internal readonly record struct TickRun(StateChangeEvidence First, int Systems, double Confidence);
