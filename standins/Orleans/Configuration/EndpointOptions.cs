using System.Net;

namespace Orleans.Configuration;

/// <summary>Where a silo is reached. In one process nothing listens there; it is the silo's address all the same.</summary>
public class EndpointOptions
{
    public const int DEFAULT_SILO_PORT = 11111;
    public const int DEFAULT_GATEWAY_PORT = 30000;

    private IPAddress _advertisedIPAddress = null!;
    private int _siloPort = DEFAULT_SILO_PORT;

    /// <summary>The address others reach this silo by.</summary>
    /// <exception cref="OrleansConfigurationException">It is none that others could use.</exception>
    public IPAddress AdvertisedIPAddress
    {
        get => _advertisedIPAddress;
        set => _advertisedIPAddress = value is not null && !value.Equals(IPAddress.Any) && !value.Equals(IPAddress.IPv6Any)
            && !value.Equals(IPAddress.None) && !value.Equals(IPAddress.IPv6None)
            ? value
            : throw new OrleansConfigurationException($"{nameof(AdvertisedIPAddress)} is set to '{value}': set the address that others reach this silo by.");
    }

    /// <summary>The port for silos.</summary>
    /// <exception cref="OrleansConfigurationException">It is 0.</exception>
    public int SiloPort
    {
        get => _siloPort;
        set => _siloPort = value != 0
            ? value
            : throw new OrleansConfigurationException($"{nameof(SiloPort)} is set to 0: set the port that other silos reach this one by.");
    }

    /// <summary>The port for clients; 0 is none.</summary>
    public int GatewayPort { get; set; } = DEFAULT_GATEWAY_PORT;

    /// <summary>Where to listen for silos, if not at the advertised address.</summary>
    public IPEndPoint? SiloListeningEndpoint { get; set; }

    /// <summary>Where to listen for clients, if not at the advertised address.</summary>
    public IPEndPoint? GatewayListeningEndpoint { get; set; }
}
