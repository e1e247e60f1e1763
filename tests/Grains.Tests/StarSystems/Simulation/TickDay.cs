namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>A daily tick as the game makes it. Times are seconds since the simulation's beginning.</summary>
/// <param name="Start">When the state pass begins.</param>
/// <param name="StatePass">How long it takes to reach all systems.</param>
/// <param name="InfPass">How long after the state pass began the influence pass has reached all systems.</param>
/// <param name="Reaches">When the state pass reaches each system whose states change; NaN of the others.</param>
/// <param name="Contents">What each system's states are after this tick.</param>
internal sealed record TickDay(double Start, double StatePass, double InfPass, double[] Reaches, uint[] Contents)
{
    /// <summary>The first message taken that shows one of its changes; null until there was one.</summary>
    public double? FirstShown { get; set; }
}
