using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Adds what measures and traces a process.</summary>
internal static class TelemetryHosting
{
    /// <summary>/metrics always; a collector is sent to where one is named.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MetricsEndpoint>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MetricsEndpoint>());
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidation>();
        if (builder.Configuration.IsTelemetrySent())
        {
            // Else a request's span tells neither its path nor its answer.
            AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
            builder.Services.AddHostedService<TelemetryExport>();
            builder.Services.AddSingleton<IStartupFilter, RequestSpans>();
        }
    }

    /// <summary>Says what the process is; telemetry is named after all that was said.</summary>
    public static void AddRole(this IHostApplicationBuilder builder, string role) => builder.Services.AddSingleton(new ProcessRole(role));
}
