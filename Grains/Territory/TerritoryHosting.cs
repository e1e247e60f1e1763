using Microsoft.Extensions.DependencyInjection;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Grains.Territory;

/// <summary>Registers what the territory system's grains need.</summary>
public static class TerritoryHosting
{
    public static IServiceCollection AddTerritory(this IServiceCollection services) => services
        .AddSingleton<IEntityLocator, TerritoryLocator>()
        .AddSingleton(TerritoryKinds.Zone)
        .AddSingleton(TerritoryKinds.World)
        .AddSingleton(TerritoryKinds.WorldDirectory);
}
