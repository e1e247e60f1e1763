namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>A message about a system. Times are seconds since the simulation's beginning.</summary>
/// <param name="System">Index of the system.</param>
/// <param name="ObservedAt">The journal's time.</param>
/// <param name="ArrivesAt">When it comes.</param>
/// <param name="States">What the system's active states are told to be.</param>
/// <param name="Tick">Index of the tick whose change it shows, where it is true; else -1.</param>
internal readonly record struct SimulatedMessage(int System, double ObservedAt, double ArrivesAt, uint States, int Tick);
