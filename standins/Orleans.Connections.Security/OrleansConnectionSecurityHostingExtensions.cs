using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;
using Orleans.Standin;

namespace Orleans.Hosting;

/// <summary>TLS between processes: there is only one here.</summary>
public static class OrleansConnectionSecurityHostingExtensions
{
    private const string What = "TLS between silos (UseTls)";

    /// <summary>Refused by this build.</summary>
    public static ISiloBuilder UseTls(this ISiloBuilder builder, X509Certificate2 certificate, Action<TlsOptions> configureOptions) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static ISiloBuilder UseTls(this ISiloBuilder builder, X509Certificate2 certificate) => throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static ISiloBuilder UseTls(this ISiloBuilder builder, Action<TlsOptions> configureOptions) => throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IClientBuilder UseTls(this IClientBuilder builder, X509Certificate2 certificate, Action<TlsOptions> configureOptions) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IClientBuilder UseTls(this IClientBuilder builder, X509Certificate2 certificate) => throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IClientBuilder UseTls(this IClientBuilder builder, Action<TlsOptions> configureOptions) => throw NotInThisBuild.Error(What);
}
