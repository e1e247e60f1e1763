using Npgsql;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Silo.Health;
using OrleansGameState.Silo.Storage.Scans;

namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>Registers Orleans' ADO.NET storage: for entities where that is chosen, for what a cluster keeps of its own.</summary>
internal static class AdoNetStorageHosting
{
    // Under the entities' own name is what puts it to use.
    private const string Rows = "entity rows";

    // Orleans keeps the subscriptions of streams under this name.
    private const string PubSubStore = "PubSubStore";

    /// <summary>Entities' states in Orleans' storage, their history in memory.</summary>
    /// <exception cref="OrleansConfigurationException">This build does not have it.</exception>
    public static void AddAdoNetEntities(this IServiceCollection services, string connectionString, StorageOptions options, HistoryReach reach)
    {
        services.AddAdoNetGrainStorage(Rows, storage =>
        {
            storage.Invariant = Database.Invariant;
            storage.ConnectionString = Tuned(connectionString, options);
            storage.GrainStorageSerializer = new EntityRowSerializer();
        });
        services.AddSingleton<EntityRows>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MemoryHistory>(provider, provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<MemoryStorageOptions>>().Value, reach));
        services.AddSingleton<IEventLog>(provider => provider.GetRequiredService<MemoryHistory>());
        services.AddSingleton<AdoNetPendingIntents>();
        services.AddSingleton<IPendingIntents>(provider => provider.GetRequiredService<AdoNetPendingIntents>());
        services.AddSingleton<IEntityScan, AdoNetEntityScan>();
        services.AddHostedService<HistoryNotice>();
        services.AddGrainStorage(EntityStorage.Name, (provider, _) => ActivatorUtilities.CreateInstance<AdoNetEntityStore>(
            provider, provider.GetRequiredKeyedService<IGrainStorage>(Rows), options.CommitTimeout));
        services.AddHealthChecks().AddCheck<AdoNetStoreHealth>("store", tags: ["ready"]);
    }

    /// <summary>What a cluster keeps in its database beside its members: subscriptions to streams, so that they outlive the silo that took them, and reminders.</summary>
    /// <exception cref="OrleansConfigurationException">This build does not have it.</exception>
    public static ISiloBuilder AddClusterStores(this ISiloBuilder silo, IConfiguration configuration) => silo
        .AddAdoNetGrainStorage(PubSubStore, storage =>
        {
            storage.Invariant = Database.Invariant;
            storage.ConnectionString = configuration.RequireConnectionString();
        })
        .UseAdoNetReminderService(reminders =>
        {
            reminders.Invariant = Database.Invariant;
            reminders.ConnectionString = configuration.RequireConnectionString();
        });

    // A write has a connection to itself. More than these take turns in the server anyway, which by default has a hundred
    // for all silos of a cluster.
    private static string Tuned(string connectionString, StorageOptions options) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "gamestate rows",
        MaxPoolSize = 20,
        MaxAutoPrepare = 10,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        CommandTimeout = options.StatementTimeoutSeconds,
    }.ConnectionString;
}
