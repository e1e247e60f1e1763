using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.Standin;

internal sealed class SiloBuilder : ISiloBuilder
{
    private SiloBuilder(IServiceCollection services, IConfiguration configuration)
    {
        Services = services;
        Configuration = configuration;
    }

    public IServiceCollection Services { get; }

    public IConfiguration Configuration { get; }

    /// <summary>The host's builder; made, with the silo's services, when first asked for.</summary>
    internal static SiloBuilder Of(IServiceCollection services, IConfiguration configuration)
    {
        if (services.FirstOrDefault(d => d.ServiceType == typeof(SiloBuilder))?.ImplementationInstance is SiloBuilder existing)
        {
            return existing;
        }

        var builder = new SiloBuilder(services, configuration);
        services.AddSingleton(builder);
        services.AddSingleton(new SiloServiceCollection(services));
        services.AddLogging();
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SiloRuntime>();
        services.AddSingleton<ILocalSiloDetails, LocalSiloDetails>();
        services.AddOptions<SiloOptions>().PostConfigure(options => options.SiloName ??= "Silo_" + Guid.NewGuid().ToString("N")[..5]);
        services.TryAddSingleton(provider => provider.GetRequiredService<SiloRuntime>().GrainFactory);
        services.TryAddSingleton<IClusterClient>(provider =>
            new ClusterClient(provider, provider.GetRequiredService<SiloRuntime>().GrainFactory));
        services.AddHostedService<SiloHostedService>();
        return builder;
    }
}
