using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Registers what the star systems' grains need.</summary>
public static class StarSystemHosting
{
    public static IServiceCollection AddStarSystems(this IServiceCollection services)
    {
        services.AddOptions<StarSystemOptions>().BindConfiguration(StarSystemOptions.Section).ValidateOnStart();
        services.AddOptions<GalaxyOptions>().BindConfiguration(GalaxyOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StarSystemOptions>, StarSystemOptionsValidation>()
            .AddSingleton<IValidateOptions<GalaxyOptions>, GalaxyOptionsValidation>()
            .AddSingleton<IEntityLocator, StarSystemLocator>()
            .AddSingleton(StarSystemKinds.StarSystem)
            .AddSingleton(StarSystemKinds.Galaxy)
            .AddSingleton(StarSystemKinds.MinorFaction)
            .AddSingleton(StarSystemKinds.SystemName);
    }
}
