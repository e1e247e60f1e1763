using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;
using OrleansGameState.Hosting.Telemetry;

namespace OrleansGameState.Hosting.Tests.Telemetry;

public sealed class SamplingTests
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    [Theory]
    [InlineData("frame", ActivityKind.Consumer, "", true)]
    [InlineData(Request, ActivityKind.Server, "/api/v1/territory/worlds", true)]
    [InlineData(Request, ActivityKind.Server, "/readyz", false)]
    [InlineData(Request, ActivityKind.Server, "/metrics", false)]
    [InlineData("ISiloPulseGrain/Answer", ActivityKind.Client, "", false)]
    [InlineData("ISiloPulseGrain/Answer", ActivityKind.Server, "", false)]
    [InlineData("command", ActivityKind.Internal, "", false)]
    public void Trace_BeginsWithAFrameOrARequestOnly(string name, ActivityKind kind, string path, bool begins)
    {
        var decision = Decide(Sampling.Of(new(), Configure([])), default, name, kind, path);

        Assert.Equal(begins ? SamplingDecision.RecordAndSample : SamplingDecision.Drop, decision);
    }

    [Theory]
    [InlineData(ActivityTraceFlags.Recorded, SamplingDecision.RecordAndSample)]
    [InlineData(ActivityTraceFlags.None, SamplingDecision.Drop)]
    public void Span_OfATraceThatBeganElsewhere_IsKeptWhereThatIs(ActivityTraceFlags flags, SamplingDecision expected)
    {
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), flags);

        Assert.Equal(expected, Decide(Sampling.Of(new() { TraceRatio = 0 }, Configure([])), parent, "command", ActivityKind.Internal, ""));
    }

    [Theory]
    [InlineData(null, "always_off", null, false)]
    [InlineData(null, "parentbased_always_off", null, false)]
    [InlineData(null, "parentbased_traceidratio", "0", false)]
    [InlineData(null, "traceidratio", "1", true)]
    [InlineData(1.0, "always_off", null, true)]
    [InlineData(0.0, "always_on", null, false)]
    public void Ratio_IsTheSettings_AndElseTheVariables(double? ratio, string sampler, string? argument, bool keeps)
    {
        var sampling = Sampling.Of(new() { TraceRatio = ratio }, Configure([new("OTEL_TRACES_SAMPLER", sampler), new("OTEL_TRACES_SAMPLER_ARG", argument)]));

        Assert.Equal(keeps ? SamplingDecision.RecordAndSample : SamplingDecision.Drop, Decide(sampling, default, "frame", ActivityKind.Consumer, ""));
    }

    private static SamplingDecision Decide(Sampler sampler, ActivityContext parent, string name, ActivityKind kind, string path) =>
        sampler.ShouldSample(new(parent, ActivityTraceId.CreateRandom(), name, kind, [new("url.path", path)])).Decision;

    private static IConfiguration Configure(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
