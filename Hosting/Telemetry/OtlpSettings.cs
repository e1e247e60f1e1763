using Microsoft.Extensions.Configuration.Memory;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Where telemetry is sent. The exporter reads its variables by itself; what is set under <c>Telemetry</c> is put over them.</summary>
internal static class OtlpSettings
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private const string EndpointKey = $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}";
    private const string ProtocolKey = $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Protocol)}";
    private const string OffVariable = "OTEL_SDK_DISABLED";

    public static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>True where traces and metrics are sent; what only they need is left out otherwise.</summary>
    public static bool IsTelemetrySent(this IConfiguration configuration) =>
        Endpoint(configuration) is not null && !string.Equals(configuration[OffVariable], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where there is none.</summary>
    public static string? Endpoint(IConfiguration configuration) => Given(configuration, EndpointKey) ?? Given(configuration, EndpointVariable);

    public static string Protocol(IConfiguration configuration) =>
        Given(configuration, ProtocolKey) ?? Given(configuration, ProtocolVariable) ?? Protocols[0];

    /// <summary>The configuration as the exporter reads it.</summary>
    public static IConfiguration ForExporter(IConfiguration configuration) => new ConfigurationBuilder()
        .AddConfiguration(configuration)
        .Add(new MemoryConfigurationSource
        {
            InitialData = [new(EndpointVariable, Endpoint(configuration)), new(ProtocolVariable, Protocol(configuration))],
        })
        .Build();

    private static string? Given(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value ? value : null;
}
