using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Health;

/// <summary>Asks the database for a sign of life; says that history is not in it.</summary>
internal sealed class AdoNetStoreHealth(StoreSource source, StoreStatus status, StoreMode mode) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object> { ["mode"] = mode.Name };
        if (await StorePulse.FeelAsync(source, cancellationToken) is { } silence)
        {
            if (status.Failing is { } failure)
            {
                data["since"] = failure.Since;
            }

            return HealthCheckResult.Unhealthy($"The store does not answer: {silence}", data: data);
        }

        status.Succeeded();
        return HealthCheckResult.Healthy($"{mode.Description} It answers.", data);
    }
}
