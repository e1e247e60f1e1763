using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>/metrics: aggregated by OpenTelemetry, read when asked for.</summary>
internal sealed class MetricsEndpoint : IHostedService, IDisposable
{
    private readonly PullExporter _exporter = new();
    private readonly MeterProvider _provider;

    public MetricsEndpoint(IMeterFactory meters) => _provider = Sdk.CreateMeterProviderBuilder()
        .AddMetersOf(meters)
        .AddReader(new BaseExportingMetricReader(_exporter))
        .Build();

    public static void Map(IEndpointRouteBuilder app)
    {
        var metrics = app.ServiceProvider.GetRequiredService<MetricsEndpoint>();
        app.MapGet("/metrics", context =>
        {
            context.Response.ContentType = PrometheusText.ContentType;
            return context.Response.WriteAsync(metrics._exporter.Read(), context.RequestAborted);
        });
    }

    // Being a hosted service, it listens from the start and not from the first question on.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _provider.Dispose();
}
