using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Standin;

namespace Orleans.TestingHost;

/// <summary>Builds a cluster for tests, in this process.</summary>
public sealed class InProcessTestClusterBuilder
{
    /// <summary>Two silos, which this build refuses at the start: ask for one.</summary>
    public InProcessTestClusterBuilder()
        : this(2)
    {
    }

    /// <summary>This many silos; this build has one.</summary>
    public InProcessTestClusterBuilder(short initialSilosCount) => Options = new InProcessTestClusterOptions
    {
        InitialSilosCount = initialSilosCount,
        ClusterId = "testcluster-" + Guid.NewGuid().ToString("N"),
        ServiceId = Guid.NewGuid().ToString("N"),
        InitializeClientOnDeploy = true,
    };

    /// <summary>What has been set.</summary>
    public InProcessTestClusterOptions Options { get; }

    /// <summary>Configures the hosts of silo and client.</summary>
    public InProcessTestClusterBuilder ConfigureHost(Action<IHostApplicationBuilder> configureDelegate)
    {
        Options.SiloHostConfigurationDelegates.Add((_, builder) => configureDelegate(builder));
        Options.ClientHostConfigurationDelegates.Add(configureDelegate);
        return this;
    }

    /// <summary>Configures the silo.</summary>
    public InProcessTestClusterBuilder ConfigureSilo(Action<InProcessTestSiloSpecificOptions, ISiloBuilder> configureSiloDelegate)
    {
        Options.SiloHostConfigurationDelegates.Add((options, builder) =>
            builder.UseOrleans(silo => configureSiloDelegate(options, silo)));
        return this;
    }

    /// <summary>Configures the silo's host.</summary>
    public InProcessTestClusterBuilder ConfigureSiloHost(Action<InProcessTestSiloSpecificOptions, IHostApplicationBuilder> configureSiloHostDelegate)
    {
        Options.SiloHostConfigurationDelegates.Add(configureSiloHostDelegate);
        return this;
    }

    /// <summary>Configures the client.</summary>
    public InProcessTestClusterBuilder ConfigureClient(Action<IClientBuilder> configureClientDelegate)
    {
        Options.ClientHostConfigurationDelegates.Add(builder =>
            configureClientDelegate(new ClientBuilder(builder.Services, builder.Configuration)));
        return this;
    }

    /// <summary>Configures the client's host.</summary>
    public InProcessTestClusterBuilder ConfigureClientHost(Action<IHostApplicationBuilder> configureHostDelegate)
    {
        Options.ClientHostConfigurationDelegates.Add(configureHostDelegate);
        return this;
    }

    /// <summary>The cluster, not started yet.</summary>
    public InProcessTestCluster Build() => new(Options);
}
