using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NetMQ.Core.Tcp;

/// <summary>Addresses such as <c>tcp://127.0.0.1:5551</c>; <c>*</c> is any address, or any port.</summary>
internal static class TcpAddress
{
    private const string Separator = "://";
    private static readonly string[] KnownElsewhere = ["inproc", "ipc", "pgm", "epgm"];

    /// <summary>The address of a name is looked up at once, and only then.</summary>
    /// <exception cref="ProtocolNotSupportedException">It is no TCP address.</exception>
    /// <exception cref="InvalidException">It is no address.</exception>
    /// <exception cref="SocketException">The name is not known.</exception>
    public static IPEndPoint Resolve(string address)
    {
        var (host, port) = Split(address);
        return new IPEndPoint(ResolveHost(host), port);
    }

    /// <summary>The address with another port, as it is written in the first.</summary>
    public static string WithPort(string address, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{address[..address.LastIndexOf(':')]}:{port}");

    private static (string Host, int Port) Split(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var separator = address.IndexOf(Separator, StringComparison.Ordinal);
        if (separator < 0)
        {
            throw Invalid(address);
        }

        RequireTcp(address[..separator]);
        var name = address[(separator + Separator.Length)..];
        var colon = name.LastIndexOf(':');
        if (colon < 1)
        {
            throw Invalid(address);
        }

        return (name[..colon], ParsePort(name[(colon + 1)..]) ?? throw Invalid(address));
    }

    private static void RequireTcp(string protocol)
    {
        if (protocol != "tcp")
        {
            throw new ProtocolNotSupportedException(null, KnownElsewhere.Contains(protocol)
                ? $"{protocol}: this stand-in of NetMQ speaks tcp only. Use tcp, or build with -p:Packages=nuget."
                : $"Invalid protocol: {protocol}");
        }
    }

    private static int? ParsePort(string port) =>
        port == "*" ? 0
        : int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= IPEndPoint.MaxPort ? number
        : null;

    private static IPAddress ResolveHost(string host)
    {
        if (host == "*")
        {
            return IPAddress.Any;
        }

        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? address
            : Dns.GetHostEntry(host).AddressList.FirstOrDefault(found => found.AddressFamily == AddressFamily.InterNetwork)
                ?? throw new InvalidException($"{host} has no IPv4 address.");
    }

    private static InvalidException Invalid(string address) => new($"{address} is no address such as tcp://127.0.0.1:5551.");
}
