namespace OrleansGameState.Hosting.Telemetry;

/// <summary>
/// Settings under <c>Telemetry</c>. Where one is not given, OpenTelemetry's own variable counts: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>,
/// <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_TRACES_SAMPLER</c> with <c>OTEL_TRACES_SAMPLER_ARG</c>.
/// </summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Where a collector takes OTLP; none, and nothing is traced or sent.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary><c>grpc</c> (the default) or <c>http/protobuf</c>.</summary>
    public string? Protocol { get; set; }

    /// <summary>How many of the traces that begin here are kept, from 0 to 1.</summary>
    public double? TraceRatio { get; set; }
}
