using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Standin;
using Orleans.Streams;

namespace Orleans.Hosting;

/// <summary>Streams in this process' memory.</summary>
public static class SiloBuilderMemoryStreamExtensions
{
    /// <summary>Adds a provider. A store named <c>PubSubStore</c> has to be there too.</summary>
    public static ISiloBuilder AddMemoryStreams(this ISiloBuilder builder, string name, Action<ISiloMemoryStreamConfigurator>? configure = null) =>
        builder.ConfigureServices(services =>
        {
            services.TryAddSingleton<StreamHub>();
            services.AddSingleton(new StreamProviderName(name));
            services.AddKeyedSingleton<IStreamProvider>(name, (provider, _) =>
                new StreamProvider(name, provider.GetRequiredService<SiloRuntime>(), provider.GetRequiredService<StreamHub>()));
        });
}
