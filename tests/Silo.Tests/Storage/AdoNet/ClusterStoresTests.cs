using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Silo.Storage.AdoNet;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class ClusterStoresTests
{
    [SkippableFact]
    public async Task Subscription_OutlivesTheSiloThatTookIt()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using (var before = await StartAsync(database.ConnectionString))
        {
            await before.Client.GetGrain<IListenerGrain>("a").Listen();
        }

        await using var cluster = await StartAsync(database.ConnectionString);

        Assert.Equal(1, await cluster.Client.GetGrain<IListenerGrain>("a").CountSubscriptions());
        Assert.Equal(0, await cluster.Client.GetGrain<IListenerGrain>("b").CountSubscriptions());
    }

    private static async Task<InProcessTestCluster> StartAsync(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:GameState", connectionString)]).Build();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddClusterStores(configuration).AddMemoryStreams(EntityStreams.Provider);

            // A test cluster has a name of its own each time, under which nothing stored would be found again.
            silo.Services.PostConfigure<Orleans.Configuration.ClusterOptions>(cluster => cluster.ServiceId = "tests");
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider));
        var cluster = builder.Build();
        await ProviderHost.OrSkipAsync(cluster.DeployAsync);
        return cluster;
    }
}
