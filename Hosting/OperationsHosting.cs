using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansGameState.Hosting.Health;
using OrleansGameState.Hosting.Shutdown;
using OrleansGameState.Hosting.Telemetry;

namespace OrleansGameState.Hosting;

/// <summary>What every process shows those who run it: its health and its metrics.</summary>
internal static class OperationsHosting
{
    /// <summary>Registers both; once more does nothing.</summary>
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(MetricsEndpoint)))
        {
            return builder;
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddShutdown();
        builder.Services.AddHealthChecks();
        builder.Services.ConfigureOptions<PromptHealthChecks>();
        builder.AddTelemetry();
        return builder;
    }

    /// <summary>The address of a process that serves nothing else.</summary>
    public static WebApplicationBuilder AddOperationsEndpoint(this WebApplicationBuilder builder, int port)
    {
        builder.AddDefaults([new("Kestrel:Endpoints:Http:Url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"))]);
        return builder.AddOperations();
    }

    /// <summary>/healthz, /readyz and /metrics.</summary>
    public static WebApplication MapOperations(this WebApplication app)
    {
        app.MapHealth();
        MetricsEndpoint.Map(app);
        return app;
    }
}
