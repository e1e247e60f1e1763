using System.Net;
using Orleans.Configuration;
using Orleans.Standin;

namespace Orleans.Hosting;

/// <summary>How silos find each other.</summary>
public static class CoreHostingExtensions
{
    /// <summary>Has the caller's activity be the parent of a span for each call, at the caller's side and at the grain's.</summary>
    public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) => builder.ConfigureServices(ActivityPropagation.Add);

    /// <summary>A cluster of this machine alone; here of this process alone, so the ports are not opened.</summary>
    /// <exception cref="OrleansConfigurationException">Another silo is to be joined.</exception>
    public static ISiloBuilder UseLocalhostClustering(
        this ISiloBuilder builder,
        int siloPort = 11111,
        int gatewayPort = 30000,
        IPEndPoint? primarySiloEndpoint = null,
        string serviceId = "dev",
        string clusterId = "dev")
    {
        if (primarySiloEndpoint is not null)
        {
            throw NotInThisBuild.Error("Joining another silo (UseLocalhostClustering with a primary silo)");
        }

        builder.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
        return builder.Configure<ClusterOptions>(options =>
        {
            options.ServiceId = serviceId;
            options.ClusterId = clusterId;
        });
    }
}
