using System.Globalization;
using System.Net;

namespace Orleans.Runtime;

/// <summary>Names one run of a silo: where it is reached, and which start it is. As text <c>S127.0.0.1:11111:123</c>.</summary>
public sealed class SiloAddress : IEquatable<SiloAddress>, IComparable<SiloAddress>
{
    private static readonly DateTime Epoch = new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private SiloAddress(IPEndPoint endpoint, int generation)
    {
        Endpoint = endpoint;
        Generation = generation;
    }

    /// <summary>None.</summary>
    public static SiloAddress Zero { get; } = New(new IPAddress(0), 0, 0);

    /// <summary>Where it is reached.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>Grows from start to start: seconds since 2022.</summary>
    public int Generation { get; }

    /// <summary>Whether this is a client's.</summary>
    public bool IsClient => Generation < 0;

    /// <summary>From its parts.</summary>
    public static SiloAddress New(IPEndPoint ep, int gen) => new(ep, gen);

    /// <summary>From its parts.</summary>
    public static SiloAddress New(IPAddress address, int port, int generation) => new(new(address, port), generation);

    /// <summary>The inverse of <see cref="ToParsableString"/>.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static SiloAddress FromParsableString(string addr)
    {
        ArgumentNullException.ThrowIfNull(addr);
        var at = addr.LastIndexOf('@');
        return at > 0
            ? New(IPEndPoint.Parse(addr[..at]), int.Parse(addr[(at + 1)..], CultureInfo.InvariantCulture))
            : throw new FormatException($"'{addr}' is not a silo's address.");
    }

    /// <summary>As <c>127.0.0.1:11111@123</c>.</summary>
    public string ToParsableString() => $"{Endpoint}@{Generation}";

    /// <inheritdoc />
    public bool Equals(SiloAddress? other) => other is not null && Endpoint.Equals(other.Endpoint) && Generation == other.Generation;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SiloAddress);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Endpoint, Generation);

    /// <inheritdoc />
    public int CompareTo(SiloAddress? other) => other is null
        ? 1
        : Generation != other.Generation
            ? Generation.CompareTo(other.Generation)
            : string.CompareOrdinal(Endpoint.ToString(), other.Endpoint.ToString());

    /// <inheritdoc />
    public override string ToString() => $"{(IsClient ? 'C' : 'S')}{Endpoint}:{Generation}";

    internal static int GenerationAt(DateTimeOffset time) => (int)(time.UtcDateTime - Epoch).TotalSeconds;
}
