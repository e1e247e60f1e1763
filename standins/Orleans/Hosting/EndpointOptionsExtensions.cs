using System.Net;
using Orleans.Configuration;

namespace Orleans.Hosting;

/// <summary>Where a silo is reached.</summary>
public static class EndpointOptionsExtensions
{
    /// <summary>Sets the address and ports; listens on all addresses if asked.</summary>
    public static ISiloBuilder ConfigureEndpoints(
        this ISiloBuilder builder, IPAddress advertisedIP, int siloPort, int gatewayPort, bool listenOnAnyHostAddress = false) =>
        builder.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = advertisedIP;
            options.SiloPort = siloPort;
            options.GatewayPort = gatewayPort;
            if (listenOnAnyHostAddress)
            {
                options.SiloListeningEndpoint = new(IPAddress.Any, siloPort);
                options.GatewayListeningEndpoint = new(IPAddress.Any, gatewayPort);
            }
        });
}
