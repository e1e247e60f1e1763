using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>
/// Sends traces and metrics to a collector, from before anything else starts until all else has stopped. A collector that
/// is away costs what it would have been told, and nothing else.
/// </summary>
internal sealed class TelemetryExport(
    IConfiguration configuration,
    IOptions<TelemetryOptions> options,
    IEnumerable<ProcessRole> roles,
    IMeterFactory meters,
    TimeProvider time,
    ILogger<TelemetryExport> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(2);

    private ExportFailures? _failures;
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var service = ProcessRole.ServiceName(roles);
        _failures = new(time, logger);
        _traces = Traces(service);
        _metrics = Metrics(service);
        Log.Sending(logger, service, OtlpSettings.Endpoint(configuration)!, OtlpSettings.Protocol(configuration));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Both block while they send; nobody waits for a collector that does not answer.
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        Task sent = Task.WhenAll(
            Task.Run(() => _traces?.Shutdown((int)LastWord.TotalMilliseconds), CancellationToken.None),
            Task.Run(() => _metrics?.Shutdown((int)LastWord.TotalMilliseconds), CancellationToken.None));
        await sent.WaitAsync(LastWord, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _failures?.Dispose();
    }

    private TracerProvider Traces(string service) => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(OtlpSettings.ForExporter(configuration)))
        .ConfigureResource(resource => Describe(resource, service))
        .SetSampler(Sampling.Of(options.Value, configuration))
        .AddSource(TelemetryNames.Sources)
        .AddOtlpExporter()
        .Build();

    private MeterProvider Metrics(string service) => Sdk.CreateMeterProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(OtlpSettings.ForExporter(configuration)))
        .ConfigureResource(resource => Describe(resource, service))
        .AddMetersOf(meters)
        .AddOtlpExporter()
        .Build();

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
    private static void Describe(ResourceBuilder resource, string service) => resource
        .AddService(service, serviceVersion: Version(), serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}")
        .AddEnvironmentVariableDetector();

    private static string Version() =>
        typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
