using Orleans.Dashboard;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Feeds;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Hosting.Health;
using OrleansGameState.Hosting.Telemetry;
using OrleansGameState.Hosting.Tls;
using OrleansGameState.Silo.Cluster;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.AdoNet;

namespace OrleansGameState.Silo;

/// <summary>Puts the silo together: Orleans, the entities, their storage, and what tells of its health.</summary>
internal static class SiloHosting
{
    // A silo that serves no clients shows its health and its metrics here.
    private const int OperationsPort = 8090;

    // Orleans keeps the subscriptions of memory streams under this name.
    private const string PubSubStore = "PubSubStore";

    /// <summary>Where HTTP is, unless configured.</summary>
    public static int HttpPort(Roles roles) => roles.HasFlag(Roles.Gateway) ? Gateway.GatewayHosting.HttpPort : OperationsPort;

    public static void AddSilo(this WebApplicationBuilder builder, Roles roles = Roles.All)
    {
        // Read here and not by Orleans at start: it makes addresses of the ports while it is composed.
        var cluster = builder.Configuration.ReadCluster();
        var isClustered = cluster.IsOn(roles);
        if (!roles.HasFlag(Roles.Gateway))
        {
            builder.AddOperationsEndpoint(OperationsPort);
        }

        builder.Services.AddEntities().AddFeeds().AddTerritory().AddStarSystems().AddSectors().AddUniverseKeeper();
        builder.AddStorage(isClustered);
        builder.UseOrleans(silo =>
        {
            if (isClustered)
            {
                silo.JoinCluster(cluster, builder.Configuration);
            }
            else
            {
                silo.StayAlone(cluster);
            }

            silo.AddDashboard();
            silo.TraceCalls(builder.Configuration);
        });
        if (isClustered)
        {
            builder.Configuration.RequireConnectionString();
        }

        builder.AddOperations();
        builder.AddRole("silo");
        builder.Services.AddSiloBoard();
        builder.Services.AddHealthChecks().AddCheck<ClusterHealth>("silo", tags: [HealthEndpoints.ReadyTag]);
    }

    /// <summary>Whether a silo of these roles has others beside it, or may.</summary>
    public static bool IsOn(this ClusterOptions cluster, Roles roles) =>
        cluster.Clustering == Clustering.Postgres || (cluster.Clustering == Clustering.Auto && roles != Roles.All);

    private static void StayAlone(this ISiloBuilder silo, ClusterOptions cluster) => silo
        .UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, serviceId: cluster.ServiceId, clusterId: cluster.ClusterId)
        .AddMemoryGrainStorage(PubSubStore)
        .AddMemoryStreams(EntityStreams.Provider);

    private static void JoinCluster(this ISiloBuilder silo, ClusterOptions cluster, IConfiguration configuration) => silo
        .Configure<Orleans.Configuration.ClusterOptions>(cluster.Name)
        .UseAdoNetClustering(database =>
        {
            database.Invariant = Database.Invariant;
            database.ConnectionString = configuration.RequireConnectionString();
        })
        .UseMembership(configuration.ReadValidated<MembershipOptions, MembershipOptionsValidation>(MembershipOptions.Section))
        .UseRebalancing()
        .UseClusterTls(cluster)
        .ConfigureEndpoints(ClusterAddress.Of(cluster), cluster.SiloPort, cluster.GatewayPort)
        .AddClusterStores(configuration)
        .AddMemoryStreams(EntityStreams.Provider);
}
