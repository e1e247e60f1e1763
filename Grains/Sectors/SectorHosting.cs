using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Registers what the sectors' grains need.</summary>
public static class SectorHosting
{
    public static IServiceCollection AddSectors(this IServiceCollection services)
    {
        services.AddOptions<SectorOptions>().BindConfiguration(SectorOptions.Section).ValidateOnStart();
        services.TryAddSingleton(new Dice(Random.Shared.NextDouble));
        services.AddSingleton<UniverseMetrics>();
        return services
            .AddSingleton<IValidateOptions<SectorOptions>, SectorOptionsValidation>()
            .AddSingleton<IEntityLocator, SectorLocator>()
            .AddSingleton(SectorKinds.Universe)
            .AddSingleton(SectorKinds.Sector)
            .AddSingleton(SectorKinds.Player)
            .AddSingleton(SectorKinds.WarpTunnel)
            .AddSingleton(SectorKinds.UniverseMap);
    }

    /// <summary>Has all universes swept from the start on, whether or not anybody asks for them.</summary>
    public static IServiceCollection AddUniverseKeeper(this IServiceCollection services) => services.AddHostedService<UniverseKeeper>();
}
