using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Silo.Health;
using OrleansGameState.Silo.Postgres;
using OrleansGameState.Silo.Storage.AdoNet;
using OrleansGameState.Silo.Storage.Commits;
using OrleansGameState.Silo.Storage.History;
using OrleansGameState.Silo.Storage.Migrations;
using OrleansGameState.Silo.Storage.Partitions;
using OrleansGameState.Silo.Storage.Retention;
using OrleansGameState.Silo.Storage.Scans;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// Chooses where entities are kept and registers it, before Orleans, so that the store is there before the first grain
/// and until after the last one.
/// </summary>
internal static class StorageHosting
{
    private const string Cure = $"Install it (Debian: apt-get install postgresql), set {Database.Key}, or set {StorageOptions.Section}:Mode to memory.";

    /// <param name="builder">The program's.</param>
    /// <param name="isClustered">Whether other silos commit to the same database.</param>
    public static void AddStorage(this WebApplicationBuilder builder, bool isClustered = false)
    {
        var reach = isClustered ? HistoryReach.Part : HistoryReach.SinceStart;
        builder.Services.AddValidated<StorageOptions, StorageOptionsValidation>(StorageOptions.Section);
        var options = builder.Configuration.ReadValidated<StorageOptions, StorageOptionsValidation>(StorageOptions.Section);
        if (options.Mode == StorageMode.Memory)
        {
            builder.AddMemoryStorage();
        }
        else if (builder.Configuration.FindConnectionString() is { } connectionString)
        {
            builder.AddPostgresStorage(connectionString, StoreMode.Server, options, reach);
        }
        else
        {
            builder.AddOwnStorage(options, reach);
        }

        builder.Services.AddHostedService<PendingIntentsScan>();
    }

    private static void AddOwnStorage(this WebApplicationBuilder builder, StorageOptions options, HistoryReach reach)
    {
        if (builder.Configuration.FindEmbeddedPostgres() is { } places)
        {
            builder.Services.AddEmbeddedPostgres();
            builder.AddPostgresStorage(places.ConnectionString(), StoreMode.Embedded, options, reach);
        }
        else if (options.Mode == StorageMode.Postgres)
        {
            throw Database.Refusal($"there is no PostgreSQL here, and {StorageOptions.Section}:Mode is postgres. {Cure}");
        }
        else if (options.Provider == StorageProvider.AdoNet)
        {
            throw Database.Refusal($"there is no PostgreSQL here, and {StorageOptions.Section}:{nameof(StorageOptions.Provider)} is AdoNet. {Cure}");
        }
        else if (builder.Configuration.FindAbandonedFolder() is { } folder)
        {
            // What is in it must not look lost.
            throw Database.Refusal($"there is no PostgreSQL here, and {folder} holds a database. {Cure}");
        }
        else
        {
            builder.AddMemoryStorage();
        }
    }

    private static void AddPostgresStorage(this WebApplicationBuilder builder, string connectionString, StoreMode mode, StorageOptions options, HistoryReach reach)
    {
        builder.Services.AddDatabase(connectionString, options);
        if (options.Provider == StorageProvider.Own)
        {
            builder.Services.AddSingleton(mode);
            builder.Services.AddOwnEntities();
        }
        else
        {
            builder.Services.AddSingleton(StoreMode.AdoNet);
            builder.Services.AddValidated<MemoryStorageOptions, MemoryStorageOptionsValidation>(MemoryStorageOptions.Section);
            builder.Services.AddAdoNetEntities(connectionString, options, reach);
        }
    }

    private static void AddDatabase(this IServiceCollection services, string connectionString, StorageOptions options)
    {
        services.AddSingleton(_ => new StoreSource(connectionString, options.Writers));
        services.AddSingleton(provider => provider.GetRequiredService<StoreSource>().Reads);
        services.AddSingleton<Migrator>();
        services.AddSingleton<EventPartitions>();
        services.AddSingleton<StoredElsewhere>();
        services.AddSingleton<StorageStartup>();
        services.AddSingleton<IStartsEarly>(provider => provider.GetRequiredService<StorageStartup>());
        services.AddHostedService(provider => provider.GetRequiredService<StorageStartup>());
        services.AddSingleton<StoreStatus>();
        services.AddSingleton<StoreReads>();
    }

    private static void AddOwnEntities(this IServiceCollection services)
    {
        services.AddSingleton<IEventPartitions>(provider => provider.GetRequiredService<EventPartitions>());
        services.AddHostedService<PartitionsAhead>();
        services.AddSingleton<StoreMetrics>();
        services.AddSingleton<HistoryReads>();
        services.AddSingleton<IEventLog, PostgresEventLog>();
        services.AddSingleton<IPendingIntents, PostgresPendingIntents>();
        services.AddSingleton<IEntityScan, PostgresEntityScan>();
        services.AddRetention();
        services.AddSingleton<CommitQueue>();
        services.AddHostedService<CommitWriters>();
        services.AddSingleton<PostgresEntityStore>();
        services.AddGrainStorage(EntityStorage.Name, (provider, _) => provider.GetRequiredService<PostgresEntityStore>());
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
    }

    private static void AddMemoryStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidated<MemoryStorageOptions, MemoryStorageOptionsValidation>(MemoryStorageOptions.Section);
        builder.Services.AddSingleton<MemoryEntityStore>();
        builder.Services.AddSingleton<IEventLog>(services => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddSingleton<IPendingIntents>(services => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddSingleton<IEntityScan>(services => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddHostedService<MemoryNotice>();
        builder.Services.AddGrainStorage(EntityStorage.Name, (services, _) => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddHealthChecks().AddCheck<MemoryStoreHealth>("store", tags: ["ready"]);
    }

    private static void AddValidated<TOptions, TValidation>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidation : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidation>();
    }
}
