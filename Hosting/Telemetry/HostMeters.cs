using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>The meters that a process shows, to whoever asks and to whom they are sent.</summary>
internal static class HostMeters
{
    /// <summary>Takes this host's: meters are found by name in the whole process, which may hold more than one host.</summary>
    public static MeterProviderBuilder AddMetersOf(this MeterProviderBuilder provider, IMeterFactory meters) => provider
        .AddMeter(TelemetryNames.Meters)
        .AddView(instrument => instrument.Meter.Scope is { } scope && scope != meters ? MetricStreamConfiguration.Drop : null);
}
