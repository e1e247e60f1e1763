using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Feeds;
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
        builder.Services.AddEntities().AddFeeds().AddTerritory();
        builder.AddStorage();
        builder.AddOrleans();
        builder.Services.AddHealthChecks()
            .AddCheck<SiloHealth>("silo", tags: ["ready"]);
    }

    private static void AddOrleans(this WebApplicationBuilder builder)
    {
        // Read here and not by Orleans at start: it makes addresses of the ports while it is composed.
        var cluster = builder.Configuration.ReadValidated<ClusterOptions, ClusterOptionsValidation>(ClusterOptions.Section);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort)
            .AddMemoryGrainStorage(PubSubStore)
            .AddMemoryStreams(EntityStreams.Provider));
    }
}
