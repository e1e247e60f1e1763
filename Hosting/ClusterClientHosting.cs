using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Hosting;

/// <summary>Makes a process a client of the cluster: it calls grains and holds none.</summary>
internal static class ClusterClientHosting
{
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
            .AddMemoryStreams(EntityStreams.Provider));
        builder.Configuration.RequireConnectionString();
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
