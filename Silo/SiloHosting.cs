using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Health;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo;

/// <summary>Puts the silo together: Orleans, the entities, their storage, and what tells of its health.</summary>
internal static class SiloHosting
{
    // Orleans keeps the subscriptions of memory streams under this name.
    private const string PubSubStore = "PubSubStore";

    public static void AddSilo(this WebApplicationBuilder builder)
    {
        builder.Services.AddEntities().AddTerritory();
        builder.AddMemoryStorage();
        builder.Services.AddHostedService<PendingIntentsScan>();
        builder.AddOrleans();
        builder.Services.AddHealthChecks()
            .AddCheck<SiloHealth>("silo", tags: ["ready"])
            .AddCheck<MemoryStoreHealth>("store", tags: ["ready"]);
    }

    private static void AddOrleans(this WebApplicationBuilder builder)
    {
        // Validated here and not with the others at start: Orleans makes addresses of the ports while it is composed.
        var cluster = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new();
        if (new ClusterOptionsValidation().Validate(null, cluster) is { Failed: true } result)
        {
            throw new OptionsValidationException(ClusterOptions.Section, typeof(ClusterOptions), result.Failures);
        }

        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort)
            .AddMemoryGrainStorage(PubSubStore)
            .AddMemoryStreams(EntityStreams.Provider));
    }

    private static void AddMemoryStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidated<MemoryStorageOptions, MemoryStorageOptionsValidation>(MemoryStorageOptions.Section);
        builder.Services.AddSingleton<MemoryEntityStore>();
        builder.Services.AddSingleton<IEventLog>(services => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddSingleton<IPendingIntents>(services => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddHostedService<MemoryNotice>();
        builder.Services.AddGrainStorage(EntityStorage.Name, (services, _) => services.GetRequiredService<MemoryEntityStore>());
    }

    private static void AddValidated<TOptions, TValidation>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidation : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidation>();
    }
}
