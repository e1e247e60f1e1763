using System.Collections.ObjectModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Standin;

namespace Orleans.TestingHost;

/// <summary>A cluster for tests: one silo with a client of its own services beside it.</summary>
public sealed class InProcessTestCluster : IDisposable, IAsyncDisposable
{
    private readonly List<InProcessSiloHandle> _silos = [];
    private IHost? _clientHost;
    private bool _isDisposed;

    internal InProcessTestCluster(InProcessTestClusterOptions options) => Options = options;

    /// <summary>What it was built with.</summary>
    public InProcessTestClusterOptions Options { get; }

    /// <summary>The silos that run.</summary>
    public ReadOnlyCollection<InProcessSiloHandle> Silos => new([.. _silos]);

    /// <summary>Calls grains from outside.</summary>
    public IClusterClient Client => _clientHost?.Services.GetRequiredService<IClusterClient>() ?? throw new InvalidOperationException(
        "The test cluster client is unavailable because the cluster has not been deployed or has been stopped.");

    /// <summary>The silo's services.</summary>
    public IServiceProvider GetSiloServiceProvider() => _silos[0].ServiceProvider;

    /// <summary>Starts silo and client.</summary>
    public async Task DeployAsync()
    {
        if (_silos.Count > 0)
        {
            throw new InvalidOperationException("Cluster host already deployed.");
        }

        if (Options.InitialSilosCount != 1)
        {
            throw NotInThisBuild.Error($"A test cluster of {Options.InitialSilosCount} silos");
        }

        _silos.Add(await StartSiloAsync(new InProcessTestSiloSpecificOptions { SiloName = "Silo_0" }));
        if (Options.InitializeClientOnDeploy)
        {
            await InitializeClientAsync();
        }
    }

    /// <summary>Starts the client anew.</summary>
    public async Task InitializeClientAsync()
    {
        await StopClusterClientAsync();
        var builder = NewHost("TestClusterClient");
        foreach (var configure in Options.ClientHostConfigurationDelegates)
        {
            configure(builder);
        }

        builder.Services.AddSingleton(new ConnectedSilo(_silos[0].ServiceProvider.GetRequiredService<SiloRuntime>()));
        builder.Services.TryAddSingleton<IClusterClient>(services => new ClusterClient(
            services,
            services.GetRequiredService<ConnectedSilo>().Runtime.FactoryFor(
                services.GetRequiredService<IOptions<ClientMessagingOptions>>().Value.ResponseTimeout,
                services)));
        builder.Services.TryAddSingleton<IGrainFactory>(services => services.GetRequiredService<IClusterClient>());
        _clientHost = builder.Build();
        await _clientHost.StartAsync();
    }

    /// <summary>More than one silo is refused by this build.</summary>
    public Task<InProcessSiloHandle> StartAdditionalSiloAsync() =>
        throw NotInThisBuild.Error($"A second silo beside {_silos.Count}");

    /// <summary>Stops the client.</summary>
    public async Task StopClusterClientAsync()
    {
        if (Interlocked.Exchange(ref _clientHost, null) is { } host)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>Stops the client and then the silo, gracefully.</summary>
    public async Task StopAllSilosAsync()
    {
        await StopClusterClientAsync();
        await StopSilosAsync();
    }

    /// <summary>Stops the silo, gracefully.</summary>
    public async Task StopSilosAsync()
    {
        foreach (var silo in Silos)
        {
            await StopSiloAsync(silo);
        }
    }

    /// <summary>Stops a silo, gracefully.</summary>
    public async Task StopSiloAsync(InProcessSiloHandle instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        _silos.Remove(instance);
        await instance.DisposeAsync();
    }

    /// <summary>The activation of a grain, if it has one.</summary>
    public bool TryGetGrainContext(GrainId grainId, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IGrainContext? grainContext)
    {
        grainContext = null;
        if (_silos.Count > 0 && _silos[0].ServiceProvider.GetRequiredService<SiloRuntime>().TryFind(grainId, out var activation))
        {
            grainContext = activation;
        }

        return grainContext is not null;
    }

    /// <summary>Ends a grain's activation, and waits for it.</summary>
    public async Task DeactivateAsync(GrainId grainId)
    {
        if (TryGetGrainContext(grainId, out var context))
        {
            context.Deactivate(new(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateAsync)} was called."));
            await context.Deactivated;
        }
    }

    /// <inheritdoc cref="DeactivateAsync(GrainId)"/>
    public Task DeactivateAsync(IAddressable grain) => DeactivateAsync(grain.GetGrainId());

    /// <summary>Waits for a grain's activation to end; for nothing where there is none.</summary>
    public Task WaitForDeactivationAsync(GrainId grainId) =>
        TryGetGrainContext(grainId, out var context) ? context.Deactivated : Task.CompletedTask;

    /// <inheritdoc cref="WaitForDeactivationAsync(GrainId)"/>
    public Task WaitForDeactivationAsync(IAddressable grain) => WaitForDeactivationAsync(grain.GetGrainId());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await StopAllSilosAsync();
        }
    }

    /// <inheritdoc />
    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();

    private static HostApplicationBuilder NewHost(string name) => Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
    {
        ApplicationName = name,
        EnvironmentName = Environments.Development,
        DisableDefaults = true,
    });

    private async Task<InProcessSiloHandle> StartSiloAsync(InProcessTestSiloSpecificOptions options)
    {
        var builder = NewHost(options.SiloName);
        foreach (var configure in Options.SiloHostConfigurationDelegates)
        {
            configure(options, builder);
        }

        builder.UseOrleans(silo => silo
            .Configure<SiloOptions>(own => own.SiloName = options.SiloName)
            .Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = Options.ClusterId;
                cluster.ServiceId = Options.ServiceId;
            }));
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new InProcessSiloHandle { Name = options.SiloName, SiloHost = host };
    }
}
