using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A star system. Key: <see cref="StarSystemKeys.StarSystem"/>.</summary>
[Alias("starsystems.IStarSystemGrain")]
public interface IStarSystemGrain : IEntityGrain<StarSystemState>
{
    /// <summary>Tells the system something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(StarSystemCommand command);

    /// <summary>The committed state, and when the system was last seen.</summary>
    [Alias("GetStatus")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<StarSystemStatus> GetStatus();
}
