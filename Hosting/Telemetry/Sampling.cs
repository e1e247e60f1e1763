using System.Diagnostics;
using System.Globalization;
using OpenTelemetry.Trace;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Which traces are kept: so many of those that begin here, and all that began elsewhere and are kept there.</summary>
internal static class Sampling
{
    public const string Variable = "OTEL_TRACES_SAMPLER";

    private const string ArgumentVariable = "OTEL_TRACES_SAMPLER_ARG";
    private const string ParentBased = "parentbased_";

    public static readonly string[] Names =
        ["always_on", "always_off", "traceidratio", ParentBased + "always_on", ParentBased + "always_off", ParentBased + "traceidratio"];

    public static Sampler Of(TelemetryOptions options, IConfiguration configuration)
    {
        var name = configuration[Variable] is { Length: > 0 } given ? given : ParentBased + "always_on";
        return options.TraceRatio is { } ratio
            ? new ParentBasedSampler(Begin(ratio))
            : name.StartsWith(ParentBased, StringComparison.Ordinal)
                ? new ParentBasedSampler(Begin(Ratio(name[ParentBased.Length..], configuration)))
                : Begin(Ratio(name, configuration));
    }

    private static BeginningSampler Begin(double ratio) => new(ratio < 1 ? new TraceIdRatioBasedSampler(ratio) : new AlwaysOnSampler());

    private static double Ratio(string name, IConfiguration configuration) => name switch
    {
        "always_on" => 1,
        "always_off" => 0,
        _ => double.TryParse(configuration[ArgumentVariable], CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1 ? ratio : 1,
    };

    /// <summary>
    /// Lets a trace begin with a feed's frame or a client's request. What a process does by itself (renews, looks, reports)
    /// would be a trace of a call or two every second, for ever.
    /// </summary>
    private sealed class BeginningSampler(Sampler kept) : Sampler
    {
        private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            samplingParameters.ParentContext.TraceId != default || Begins(samplingParameters)
                ? kept.ShouldSample(samplingParameters)
                : new(SamplingDecision.Drop);

        private static bool Begins(in SamplingParameters span) =>
            span.Kind == ActivityKind.Consumer || (span.Kind == ActivityKind.Server && span.Name == Request && !IsOperation(span.Tags));

        // Asked every few seconds by whoever watches over the process.
        private static bool IsOperation(IEnumerable<KeyValuePair<string, object?>>? tags) =>
            tags?.Any(tag => tag.Key == "url.path" && tag.Value is "/healthz" or "/readyz" or "/metrics" or "/grpc.health.v1.Health/Check") == true;
    }
}
