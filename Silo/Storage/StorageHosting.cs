using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Silo.Health;
using OrleansGameState.Silo.Postgres;
using OrleansGameState.Silo.Storage.Commits;
using OrleansGameState.Silo.Storage.History;
using OrleansGameState.Silo.Storage.Migrations;
using OrleansGameState.Silo.Storage.Partitions;
using OrleansGameState.Silo.Storage.Retention;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// Chooses where entities are kept and registers it, before Orleans, so that the store is there before the first grain
/// and until after the last one.
/// </summary>
internal static class StorageHosting
{
    private const string Cure = $"Install it (Debian: apt-get install postgresql), set {Database.Key}, or set {StorageOptions.Section}:Mode to memory.";

    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidated<StorageOptions, StorageOptionsValidation>(StorageOptions.Section);
        var options = builder.Configuration.ReadValidated<StorageOptions, StorageOptionsValidation>(StorageOptions.Section);
        if (options.Mode == StorageMode.Memory)
        {
            builder.AddMemoryStorage();
        }
        else if (builder.Configuration.FindConnectionString() is { } connectionString)
        {
            builder.AddPostgresStorage(connectionString, StoreMode.Server, options);
        }
        else
        {
            builder.AddOwnStorage(options);
        }

        builder.Services.AddHostedService<PendingIntentsScan>();
    }

    private static void AddOwnStorage(this WebApplicationBuilder builder, StorageOptions options)
    {
        if (builder.Configuration.FindEmbeddedPostgres() is { } places)
        {
            builder.Services.AddEmbeddedPostgres();
            builder.AddPostgresStorage(places.ConnectionString(), StoreMode.Embedded, options);
        }
        else if (options.Mode == StorageMode.Postgres)
        {
            throw Database.Refusal($"there is no PostgreSQL here, and {StorageOptions.Section}:Mode is postgres. {Cure}");
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

    private static void AddPostgresStorage(this WebApplicationBuilder builder, string connectionString, StoreMode mode, StorageOptions options)
    {
        builder.Services.AddSingleton(mode);
        builder.Services.AddSingleton(_ => new StoreSource(connectionString, options.Writers));
        builder.Services.AddSingleton(services => services.GetRequiredService<StoreSource>().Reads);
        builder.Services.AddSingleton<Migrator>();
        builder.Services.AddSingleton<EventPartitions>();
        builder.Services.AddSingleton<IEventPartitions>(services => services.GetRequiredService<EventPartitions>());
        builder.Services.AddSingleton<StorageStartup>();
        builder.Services.AddSingleton<IStartsEarly>(services => services.GetRequiredService<StorageStartup>());
        builder.Services.AddHostedService(services => services.GetRequiredService<StorageStartup>());
        builder.Services.AddHostedService<PartitionsAhead>();
        builder.Services.AddSingleton<StoreStatus>();
        builder.Services.AddSingleton<StoreMetrics>();
        builder.Services.AddSingleton<StoreReads>();
        builder.Services.AddSingleton<HistoryReads>();
        builder.Services.AddSingleton<IEventLog, PostgresEventLog>();
        builder.Services.AddSingleton<IPendingIntents, PostgresPendingIntents>();
        builder.Services.AddRetention();
        builder.Services.AddSingleton<CommitQueue>();
        builder.Services.AddHostedService<CommitWriters>();
        builder.Services.AddSingleton<PostgresEntityStore>();
        builder.Services.AddGrainStorage(EntityStorage.Name, (services, _) => services.GetRequiredService<PostgresEntityStore>());
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
    }

    private static void AddMemoryStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidated<MemoryStorageOptions, MemoryStorageOptionsValidation>(MemoryStorageOptions.Section);
        builder.Services.AddSingleton<MemoryEntityStore>();
        builder.Services.AddSingleton<IEventLog>(services => services.GetRequiredService<MemoryEntityStore>());
        builder.Services.AddSingleton<IPendingIntents>(services => services.GetRequiredService<MemoryEntityStore>());
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
