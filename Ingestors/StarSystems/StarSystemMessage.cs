using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>What a frame says.</summary>
internal abstract record StarSystemMessage;

/// <summary>Something for a star system, as the command it is.</summary>
internal sealed record SystemMessage(long SystemAddress, StarSystemCommand Command) : StarSystemMessage;

/// <summary>Something for the galaxy, as the command it is.</summary>
internal sealed record GalaxyMessage(GalaxyCommand Command) : StarSystemMessage;

/// <summary>The feed lives.</summary>
internal sealed record Heartbeat : StarSystemMessage;

/// <summary>Understood, and of no interest.</summary>
/// <param name="Kind">Why; counted by it.</param>
internal sealed record OtherMessage(string Kind) : StarSystemMessage;
