using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A continent of one world. Key: <see cref="TerritoryKeys.Zone"/>.</summary>
[Alias("territory.IZoneGrain")]
public interface IZoneGrain : IEntityGrain<ZoneState>
{
    /// <summary>Tells the zone something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(ZoneCommand command);
}
