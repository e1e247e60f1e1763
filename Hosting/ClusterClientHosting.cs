using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Hosting.Board;
using OrleansGameState.Hosting.Telemetry;
using OrleansGameState.Hosting.Tls;

namespace OrleansGameState.Hosting;

/// <summary>Makes a process a client of the cluster: it calls grains and holds none.</summary>
internal static class ClusterClientHosting
{
    // A silo that joined is used, and one that is gone no longer tried, after this long; one small query each time.
    private static readonly TimeSpan ListAge = TimeSpan.FromSeconds(5);

    public static WebApplicationBuilder AddClusterClient(this WebApplicationBuilder builder)
    {
        var cluster = builder.Configuration.ReadCluster();
        builder.UseOrleansClient(client => client
            .Configure<Orleans.Configuration.ClusterOptions>(cluster.Name)
            .UseAdoNetClustering(database =>
            {
                database.Invariant = Database.Invariant;
                database.ConnectionString = builder.Configuration.RequireConnectionString();
            })
            .UseConnectionRetryFilter<SiloWait>()
            .UseClusterTls(cluster)
            .Configure<Orleans.Configuration.GatewayOptions>(silos => silos.GatewayListRefreshPeriod = ListAge)
            .AddMemoryStreams(EntityStreams.Provider)
            .TraceCalls(builder.Configuration));
        builder.Configuration.RequireConnectionString();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddBoardReports();

        // Health is told while a silo is waited for.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddHealthChecks().AddCheck<ClusterHealth>("cluster", tags: [Health.HealthEndpoints.ReadyTag]);
        return builder;
    }

    /// <summary>Read while the process is composed: Orleans makes addresses of the ports then.</summary>
    public static ClusterOptions ReadCluster(this IConfiguration configuration) =>
        configuration.ReadValidated<ClusterOptions, ClusterOptionsValidation>(ClusterOptions.Section);

    /// <summary>Tells Orleans whose process this is.</summary>
    public static void Name(this ClusterOptions cluster, Orleans.Configuration.ClusterOptions orleans) =>
        (orleans.ClusterId, orleans.ServiceId) = (cluster.ClusterId, cluster.ServiceId);
}
