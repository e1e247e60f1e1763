using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Health;

/// <summary>
/// Has every health check answer promptly, whoever registered it: one that waits for a store that is away is left
/// behind and counts as failed. What a failure tells outside holds nothing of the inside.
/// </summary>
internal sealed class PromptHealthChecks(TimeProvider time) : IPostConfigureOptions<HealthCheckServiceOptions>
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public void PostConfigure(string? name, HealthCheckServiceOptions options)
    {
        foreach (var registration in options.Registrations)
        {
            var make = registration.Factory;
            registration.Factory = services => new Prompt(make(services), time);
        }
    }

    private sealed class Prompt(IHealthCheck check, TimeProvider time) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                // On a thread of its own: what blocks before its first await must not block this one.
                return await Task.Run(() => check.CheckHealthAsync(context, patience.Token), cancellationToken).WaitAsync(Patience, time, cancellationToken);
            }
            catch (TimeoutException exception)
            {
                await patience.CancelAsync();
                return new(context.Registration.FailureStatus, $"No answer within {Patience.TotalSeconds:0.0} s.", exception);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return new(context.Registration.FailureStatus, Outage.Detail(exception), exception);
            }
        }
    }
}
