using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Standin;

namespace Orleans.Hosting;

/// <summary>Silos and clients that find each other in a database: refused, since there is one silo here.</summary>
public static class AdoNetHostingExtensions
{
    private const string What = "A cluster (UseAdoNetClustering)";

    /// <summary>Refused by this build.</summary>
    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<OptionsBuilder<AdoNetClusteringSiloOptions>> configureOptions) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IClientBuilder UseAdoNetClustering(this IClientBuilder builder, Action<AdoNetClusteringClientOptions> configureOptions) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IClientBuilder UseAdoNetClustering(this IClientBuilder builder, Action<OptionsBuilder<AdoNetClusteringClientOptions>> configureOptions) =>
        throw NotInThisBuild.Error(What);
}
