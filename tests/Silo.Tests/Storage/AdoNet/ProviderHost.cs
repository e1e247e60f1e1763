using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

/// <summary>Orleans' ADO.NET providers as a silo registers them, in a host that is not started. Only the real Orleans has them.</summary>
internal static class ProviderHost
{
    public const string Invariant = "Npgsql";

    public static IHost Build(string clusterId, Action<ISiloBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        try
        {
            builder.UseOrleans(silo => configure(silo.Configure<Orleans.Configuration.ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (clusterId, clusterId))));
        }
        catch (OrleansConfigurationException refused)
        {
            SkipWhereNotBuilt(refused);
            throw;
        }

        return builder.Build();
    }

    /// <summary>Registers and starts; where this build refuses it, the calling test, a SkippableFact, is skipped with the reason.</summary>
    public static async Task OrSkipAsync(Func<Task> start)
    {
        try
        {
            await start();
        }
        catch (OrleansConfigurationException refused)
        {
            SkipWhereNotBuilt(refused);
            throw;
        }
    }

    private static void SkipWhereNotBuilt(OrleansConfigurationException refused) =>
        Skip.If(refused.Message.Contains("-p:Packages=nuget", StringComparison.Ordinal), refused.Message);
}
