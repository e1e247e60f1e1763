using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Clusters;

/// <summary>Silos and a gateway as processes of their own.</summary>
internal sealed class ClusterServers : IAsyncDisposable
{
    private readonly List<ServerProcess> _silos;
    private readonly ServerProcess _gateway;

    private ClusterServers(List<ServerProcess> silos, ServerProcess gateway)
    {
        (_silos, _gateway) = (silos, gateway);
        AsSilos = new($"{silos.Count} silos", silos);
        AsGateway = new($"{silos.Count} silos and a gateway of its own", [gateway, .. silos]);
    }

    /// <summary>Asked at the first silo.</summary>
    public Servers AsSilos { get; }

    /// <summary>Asked at the gateway.</summary>
    public Servers AsGateway { get; }

    public static async Task<ClusterServers> StartAsync(string connectionString, int count)
    {
        var silos = new List<ServerProcess>();
        for (var number = 0; number < count; number++)
        {
            silos.Add(await ServerProcess.StartAsync([.. ClusterCommand.On(connectionString), "Roles=silo"]));
        }

        return new(silos, await ServerProcess.StartAsync([.. ClusterCommand.On(connectionString), $"{ServeCommand.GatewayAlone}=true"]));
    }

    public async ValueTask DisposeAsync()
    {
        AsSilos.Dispose();
        AsGateway.Dispose();
        await _gateway.DisposeAsync();
        foreach (var silo in _silos)
        {
            await silo.DisposeAsync();
        }
    }
}
