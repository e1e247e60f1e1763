using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Health;

/// <summary>Asks the database for a sign of life, and looks whether commits get through and how many wait.</summary>
internal sealed class StoreHealth(StoreSource source, StoreStatus status, CommitQueue queue, StoreMode mode) : IHealthCheck
{
    private const double Crowded = 0.8;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object> { ["mode"] = mode.Name, ["waiting"] = queue.Count };
        if (status.Failing is { } failure && queue.Count > 0)
        {
            data["since"] = failure.Since;
            return HealthCheckResult.Unhealthy($"The store has taken no commit since {failure.Since:u}: {failure.Message}", data: data);
        }

        if (await StorePulse.FeelAsync(source, cancellationToken) is { } silence)
        {
            return HealthCheckResult.Unhealthy($"The store does not answer: {silence}", data: data);
        }

        // Nothing waits that could tell that commits get through again.
        status.Succeeded();
        return queue.Taken > Crowded
            ? HealthCheckResult.Degraded($"{queue.Count} writes wait: the store takes less than comes.", data: data)
            : HealthCheckResult.Healthy($"{mode.Description} It answers.", data);
    }
}
