using Microsoft.Extensions.DependencyInjection;
using Orleans.Standin;
using Orleans.Streams;

namespace Orleans.Hosting;

/// <summary>A client's part in streams in memory.</summary>
public static class ClientBuilderStreamExtensions
{
    /// <summary>Adds a provider; the silo needs one of the same name.</summary>
    public static IClientBuilder AddMemoryStreams(
        this IClientBuilder builder, string name, Action<IClusterClientMemoryStreamConfigurator>? configure = null) =>
        builder.ConfigureServices(services => services.AddKeyedSingleton<IStreamProvider>(name, (provider, _) =>
        {
            var silo = provider.GetRequiredService<ConnectedSilo>().Runtime;
            return new StreamProvider(name, silo, silo.Services.GetRequiredService<StreamHub>());
        }));
}
