using Orleans.Hosting;
using Orleans.Standin;

namespace Microsoft.Extensions.Hosting;

/// <summary>A client in a process of its own: only the real Orleans has that.</summary>
public static class OrleansClientGenericHostExtensions
{
    private const string What = "A client in another process than its silo (UseOrleansClient)";

    /// <summary>Refused by this build.</summary>
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder) => throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder) => throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate) =>
        throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder) => throw NotInThisBuild.Error(What);

    /// <summary>Refused by this build.</summary>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate) =>
        throw NotInThisBuild.Error(What);
}
