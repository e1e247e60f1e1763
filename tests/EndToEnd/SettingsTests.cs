namespace OrleansGameState.EndToEnd;

/// <summary>A setting that cannot be meant stops the start: one line names the key and the cure, without a stack trace.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Ingestors:Territory:MapPollSeconds", "1", "5 to 300")]
    [InlineData("Ingestors:Territory:StreamUrl", "http://example.org", "ws://")]
    [InlineData("Ingestors:Territory:Environment", "ps3", "ps2ps4us")]
    [InlineData("Ingestors:Territory:Worlds", "ten", "list ids")]
    [InlineData("Ingestors:StarSystems:EddnEndpoint", "http://eddn.edcd.io:9500", "tcp://host:port")]
    [InlineData("Ingestors:StarSystems:TickDetectorEndpoint", "infomancer.uk:5551", "tcp://host:port")]
    [InlineData("Ingestors:StarSystems:SystemsFile", "nowhere.ndjson", "relative to the working directory")]
    [InlineData("Ingestors:Replay:Files", "nowhere.ndjson", "relative to the working directory")]
    [InlineData("Ingestors:Replay:Speed", "-1", "0 (as fast as possible)")]
    [InlineData("Cluster:SiloPort", "70000", "1 to 65535")]
    [InlineData("Cluster:SiloPort", "abc", "docs/operations.md")]
    [InlineData("Storage:Mode", "disk", "docs/operations.md")]
    [InlineData("Storage:Provider", "files", "docs/operations.md")]
    [InlineData("Storage:Writers", "0", "1 to 8")]
    [InlineData("ConnectionStrings:GameState", "nonsense", "Host=")]
    [InlineData("Gateway:StarSystems:PublishEndpoint", "5551", "tcp://127.0.0.1:5551")]
    [InlineData("Telemetry:OtlpEndpoint", "collector", "http://localhost:4317")]
    [InlineData("Telemetry:Protocol", "http/json", "http/protobuf")]
    [InlineData("Telemetry:TraceRatio", "2", "from 0 (none) to 1 (all)")]
    [InlineData("OTEL_TRACES_SAMPLER", "jaeger_remote", "parentbased_always_on")]
    public async Task Start_WithABadSetting_EndsAndNamesKeyAndCure(string key, string value, string cure)
    {
        await using var server = GameStateServer.Launch((key, value));

        Assert.Equal(78, await server.Ended());

        Assert.Contains(key, server.Said, StringComparison.Ordinal);
        Assert.Contains(cure, server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Said, StringComparison.Ordinal);
    }
}
