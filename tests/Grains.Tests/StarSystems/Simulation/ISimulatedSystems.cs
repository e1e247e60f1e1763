using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>The star systems between the feed and the galaxy.</summary>
internal interface ISimulatedSystems
{
    /// <summary>What the message's system owes the galaxy; null where nothing.</summary>
    GalaxyEvent? See(SimulatedMessage message);
}
