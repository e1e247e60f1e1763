using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>Degraded where it is not known who passes on what a feed brings: this process then does not.</summary>
internal sealed class FeedLeaseHealth(FeedLeases leases) : IHealthCheck
{
    public const string Name = "feeds";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var standings = leases.Standings;
        var unknown = standings.Where(standing => standing.State == LeaseState.Unknown).Select(standing => $"{standing.Feed}/{standing.Part}").ToArray();
        var data = new Dictionary<string, object>
        {
            ["active"] = standings.Count(standing => standing.State == LeaseState.Active),
            ["standby"] = standings.Count(standing => standing.State == LeaseState.Standby),
        };
        return Task.FromResult(unknown.Length == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded($"No word on the lease of {string.Join(", ", unknown)}; nothing of it is passed on.", data: data));
    }
}
