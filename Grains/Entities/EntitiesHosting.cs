using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.Entities;

/// <summary>Registers what entities need; storage and the event log are the silo's to choose.</summary>
public static class EntitiesHosting
{
    public static IServiceCollection AddEntities(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EntityOptions>().BindConfiguration(EntityOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EntityOptions>, EntityOptionsValidation>();
        services.AddSingleton<EntityMetrics>();
        services.AddSingleton<EntityContext>();
        services.AddSingleton<StoredTypes>();
        services.AddSingleton<StoredIntents>();
        return services;
    }
}
