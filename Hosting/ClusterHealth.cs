using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Hosting.Shutdown;

namespace OrleansGameState.Hosting;

/// <summary>Ready once a silo answers: a process beside it has joined the cluster then, or this one has.</summary>
internal sealed class ClusterHealth(IGrainFactory grains, IHostApplicationLifetime lifetime, Drain drain) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested || drain.HasBegun)
        {
            return HealthCheckResult.Unhealthy("The process is starting or stopping.");
        }

        await grains.GetGrain<ISiloPulseGrain>(ISiloPulseGrain.Key).Beat();
        return HealthCheckResult.Healthy("A silo answers.");
    }
}
