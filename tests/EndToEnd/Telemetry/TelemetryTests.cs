using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>What a collector gets of the real server, and what becomes of the server where there is none.</summary>
public sealed class TelemetryTests
{
    private const string ZoneMethod = "gamestate.territory.v1.TerritoryService/GetZone";

    // All of it comes at the end: what is seen here was sent when the server stopped.
    private static readonly (string Key, string Value)[] AtTheEnd =
    [
        ("Ingestors:Replay:Speed", "0"),
        ("OTEL_BSP_MAX_QUEUE_SIZE", "1000000"),
        ("OTEL_BSP_SCHEDULE_DELAY", "600000"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "600000"),
    ];

    [Theory]
    [InlineData(Collector.Grpc)]
    [InlineData(Collector.Http)]
    public async Task Collector_OfAReplay_GetsOneTraceFromFrameToCommitAndTheMetrics(string protocol)
    {
        await using var collector = await Collector.Start(protocol);
        await using var server = await ReplayedServer.Start([.. AtTheEnd, ("Telemetry:OtlpEndpoint", collector.Address), ("Telemetry:Protocol", protocol)]);
        await ReplayedServer.AtRest(server);
        var store = (await server.Get("readyz"))["checks"]!.AsArray().Single(check => (string?)check!["name"] == "store")!;

        await AskByGrpc(server);

        Assert.Equal(0, await server.Stop());

        var spans = collector.Spans.ToArray();
        var roots = spans.Where(span => span.ParentId == "").ToArray();
        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.Equal("gamestate-all", span.Service));
        Assert.All(roots, root => Assert.True(root.Name == "frame" || root.Attributes.ContainsKey("url.path"), $"A trace begins with {root}."));
        Assert.DoesNotContain(spans, span => span.Attributes.GetValueOrDefault("url.path") is "/readyz" or "/healthz");
        AssertReachesItsCommit(spans, isDurable: (string?)store["data"]!["mode"] != "memory");
        AssertReachesItsGrain(spans, "GET /api/v1/territory/worlds/{worldId}/zones/{zoneId}");
        AssertReachesItsGrain(spans, ZoneMethod);
        foreach (var metric in new[] { "ingestors.frames", "ingestors.lag", "gamestate.entity.events", "gamestate.entity.commit", "http.server.request.duration", "dotnet.gc.collections" })
        {
            Assert.Contains(("gamestate-all", metric), collector.Metrics);
        }
    }

    [Fact]
    public async Task Collector_NamedByTheStandardVariables_GetsTheNameTheyGive()
    {
        await using var collector = await Collector.Start(Collector.Http);
        await using var server = await ReplayedServer.Start(
            [.. AtTheEnd, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", Collector.Http), ("OTEL_SERVICE_NAME", "mine"), ("OTEL_TRACES_SAMPLER", "always_off")]);
        await ReplayedServer.AtRest(server);

        Assert.Equal(0, await server.Stop());

        Assert.Empty(collector.Spans);
        Assert.Contains(("mine", "gamestate.entity.events"), collector.Metrics);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_WhereTheCollectorDoesNotAnswer_IsCleanAndInTime(bool listens)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://{silent.LocalEndpoint}";
        if (!listens)
        {
            silent.Stop();
        }

        await using var server = await ReplayedServer.Start([.. AtTheEnd, ("Telemetry:OtlpEndpoint", address)]);
        await ReplayedServer.AtRest(server);
        var started = Stopwatch.GetTimestamp();

        var exitCode = await server.Stop();

        Assert.True(exitCode == 0, $"It ended with {exitCode}.\n{server.Said}");
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.DoesNotContain("Unhandled exception", server.Said, StringComparison.Ordinal);
        Assert.True(listens || server.Said.Contains("Telemetry was not taken", StringComparison.Ordinal), server.Said);
    }

    // World 10 and zone 2, in the frame of a message of four bytes.
    private static async Task AskByGrpc(GameStateServer server)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent([0, 0, 0, 0, 4, 0x08, 10, 0x10, 2]);
        content.Headers.ContentType = new("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{server.GrpcAddress}/{ZoneMethod}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TE.Add(new("trailers"));
        using var response = await client.SendAsync(request);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    private static void AssertReachesItsCommit(ToldSpan[] spans, bool isDurable)
    {
        var paths =
            from frame in spans.Where(span => span.Name == "frame")
            from command in spans.Where(span => span.Source == "OrleansGameState.Ingestors" && span.ParentId == frame.Id)
            from call in spans.Where(span => span.ParentId == command.Id)
            from execution in spans.Where(span => span.ParentId == call.Id)
            from commit in spans.Where(span => span.Name == "commit" && span.IsDueTo(execution))
            where !isDurable || spans.Any(span => span.Name == "transaction" && span.IsDueTo(commit))
            select (frame, command, call, execution);

        var (begun, told, _, executed) = paths.FirstOrDefault();

        Assert.True(begun is not null, $"No frame's trace reaches a commit:\n{string.Join('\n', spans.Select(span => $"{span.Source} {span.Name}").GroupBy(name => name).Select(group => $"{group.Key}: {group.Count()}"))}");
        Assert.Equal(begun.TraceId, executed.TraceId);
        Assert.StartsWith("territory/", begun.Attributes["gamestate.feed"], StringComparison.Ordinal);
        Assert.StartsWith("ps2/", told.Attributes["gamestate.key"], StringComparison.Ordinal);
        Assert.Contains("Execute", executed.Name, StringComparison.Ordinal);
    }

    private static void AssertReachesItsGrain(ToldSpan[] spans, string name)
    {
        var requests = spans.Where(span => span.Name == name && span.Attributes["http.response.status_code"] == "200").Select(span => span.Id).ToHashSet();

        Assert.NotEmpty(requests);
        Assert.Contains(spans, span => requests.Contains(span.ParentId) && span.Source.StartsWith("Microsoft.Orleans.", StringComparison.Ordinal));
    }
}
