using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace OrleansGameState.Hosting;

/// <summary>The address that a silo tells others.</summary>
internal static class ClusterAddress
{
    public const string Auto = "auto";

    public static IPAddress Of(ClusterOptions options) => options.Address == Auto ? OfThisHost() : IPAddress.Parse(options.Address);

    // A container has one; where there are several, the first that is up and leads anywhere.
    private static IPAddress OfThisHost() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(address => !address.IsIPv6LinkLocal)
        .OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)
        .FirstOrDefault() ?? IPAddress.Loopback;
}
