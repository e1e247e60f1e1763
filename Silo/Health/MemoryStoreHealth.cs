using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OrleansGameState.Silo.Health;

/// <summary>Says that nothing outlives the process.</summary>
internal sealed class MemoryStoreHealth : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy(
            "In memory: everything is lost when the process ends.",
            new Dictionary<string, object> { ["mode"] = "memory" }));
}
