using Grpc.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OrleansGameState.Gateway.Rpc.Health;
using OrleansGameState.Hosting.Health;
using ServingStatus = OrleansGameState.Gateway.Rpc.Health.HealthCheckResponse.Types.ServingStatus;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>The standard health service: what /readyz says, for the server and for each of its services.</summary>
internal sealed class HealthRpc(HealthCheckService checks, Descriptors descriptors, IHostApplicationLifetime lifetime, TimeProvider time)
    : Health.Health.HealthBase
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) => IsKnown(request.Service)
        ? new() { Status = await Now(context.CancellationToken) }
        : throw Refusals.NotFound("service", $"There is no service '{request.Service}'.");

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(Period, time);
        ServingStatus? told = null;
        try
        {
            do
            {
                var status = IsKnown(request.Service) ? await Now(ending.Token) : ServingStatus.ServiceUnknown;
                if (status != told)
                {
                    await responseStream.WriteAsync(new() { Status = status }, ending.Token);
                    told = status;
                }
            }
            while (await timer.WaitForNextTickAsync(ending.Token));
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            await responseStream.WriteAsync(new() { Status = ServingStatus.NotServing }, context.CancellationToken);
        }
    }

    private bool IsKnown(string service) => service.Length == 0 || descriptors.Services.Contains(service);

    private async Task<ServingStatus> Now(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains(HealthEndpoints.ReadyTag), cancellationToken);
        return report.Status == HealthStatus.Unhealthy ? ServingStatus.NotServing : ServingStatus.Serving;
    }
}
