using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Which worlds there are. Key: <see cref="TerritoryKeys.Directory"/>.</summary>
[Alias("territory.IWorldDirectoryGrain")]
public interface IWorldDirectoryGrain : IEntityGrain<WorldDirectoryState>, IIntentReceiver;
