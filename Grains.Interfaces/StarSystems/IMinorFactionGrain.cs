using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A minor faction: in which systems it is. Key: <see cref="StarSystemKeys.Faction"/>. Systems tell it by intents.</summary>
[Alias("starsystems.IMinorFactionGrain")]
public interface IMinorFactionGrain : IEntityGrain<MinorFactionState>, IIntentReceiver;
