using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Telemetry;

internal sealed class TelemetryOptionsValidation(IConfiguration configuration) : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        string?[] failures =
        [
            Endpoint($"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}", options.OtlpEndpoint),
            Endpoint(OtlpSettings.EndpointVariable, configuration[OtlpSettings.EndpointVariable]),
            Protocol($"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Protocol)}", options.Protocol),
            Protocol(OtlpSettings.ProtocolVariable, configuration[OtlpSettings.ProtocolVariable]),
            Ratio(options.TraceRatio),
            Sampler(configuration[Sampling.Variable]),
        ];
        var told = failures.OfType<string>().ToArray();
        return told.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(told);
    }

    private static string? Endpoint(string key, string? endpoint) =>
        string.IsNullOrEmpty(endpoint) || (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? null
            : $"{key} is '{endpoint}'; set it to where a collector takes OTLP, such as http://localhost:4317.";

    private static string? Protocol(string key, string? protocol) =>
        string.IsNullOrEmpty(protocol) || OtlpSettings.Protocols.Contains(protocol)
            ? null
            : $"{key} is '{protocol}'; set it to {string.Join(" or ", OtlpSettings.Protocols)}.";

    private static string? Ratio(double? ratio) => ratio is null or (>= 0 and <= 1)
        ? null
        : $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.TraceRatio)} is {ratio}; set it to how many traces are kept, from 0 (none) to 1 (all).";

    private static string? Sampler(string? sampler) => string.IsNullOrEmpty(sampler) || Sampling.Names.Contains(sampler)
        ? null
        : $"{Sampling.Variable} is '{sampler}'; set it to one of {string.Join(", ", Sampling.Names)}.";
}
