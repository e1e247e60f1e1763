using Orleans.TestingHost;

namespace OrleansGameState.Standins.Tests.Orleans;

/// <summary>A cluster of one silo, as most tests need it; some configure more.</summary>
internal static class TestCluster
{
    public const string Streams = "streams";
    public const string Store = "store";

    public static async Task<InProcessTestCluster> StartAsync(
        Action<ISiloBuilder>? silo = null, Action<IClientBuilder>? client = null, bool withSubscriptions = true)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, siloBuilder) =>
        {
            siloBuilder.AddMemoryGrainStorageAsDefault().AddMemoryGrainStorage(Store).AddMemoryStreams(Streams);
            if (withSubscriptions)
            {
                siloBuilder.AddMemoryGrainStorage("PubSubStore");
            }

            silo?.Invoke(siloBuilder);
        });
        builder.ConfigureClient(clientBuilder =>
        {
            clientBuilder.AddMemoryStreams(Streams);
            client?.Invoke(clientBuilder);
        });
        var cluster = builder.Build();
        try
        {
            await cluster.DeployAsync();
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }

        return cluster;
    }
}
