using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A name, and the systems that bear it. Key: <see cref="StarSystemKeys.Name"/>. Systems tell it by intents.</summary>
[Alias("starsystems.ISystemNameGrain")]
public interface ISystemNameGrain : IEntityGrain<SystemNameState>, IIntentReceiver;
