using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Standin;

internal sealed class LocalSiloDetails : ILocalSiloDetails
{
    public LocalSiloDetails(
        IOptions<SiloOptions> silo, IOptions<ClusterOptions> cluster, IOptions<EndpointOptions> endpoints, TimeProvider time)
    {
        var address = endpoints.Value.AdvertisedIPAddress ?? IPAddress.Loopback;
        Name = silo.Value.SiloName;
        ClusterId = cluster.Value.ClusterId;
        SiloAddress = SiloAddress.New(address, endpoints.Value.SiloPort, SiloAddress.GenerationAt(time.GetUtcNow()));
        GatewayAddress = endpoints.Value.GatewayPort == 0 ? null! : SiloAddress.New(address, endpoints.Value.GatewayPort, 0);
    }

    public string Name { get; }

    public string ClusterId { get; }

    public string DnsHostName { get; } = Dns.GetHostName();

    public SiloAddress SiloAddress { get; }

    public SiloAddress GatewayAddress { get; }
}
