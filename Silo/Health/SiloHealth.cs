using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Silo.Health;

/// <summary>Ready once a grain answers: then the silo has joined and its store can be read.</summary>
internal sealed class SiloHealth(IGrainFactory grains, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The silo is starting or stopping.");
        }

        await grains.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory).GetSnapshot();
        return HealthCheckResult.Healthy("Grains answer.");
    }
}
