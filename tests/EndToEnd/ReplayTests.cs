using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>One zone, asked over every interface: the same sequence, the same owners, the same control.</summary>
[Collection(ReplayedServer.Collection)]
public sealed class ReplayTests(ReplayedServer replayed)
{
    private const string Service = "gamestate.territory.v1.TerritoryService";
    private const string Zone = """{"worldId":10,"zoneId":2}""";

    private GameStateServer Server => replayed.Server;

    [Fact]
    public async Task Replay_OfTheRecording_EndsInTheOwnersThatItTells()
    {
        var owners = ZoneAnswer.OwnersOf(await Server.Get(ReplayedServer.ZonePath));

        Assert.Equal(Recording.FinalOwners(), owners);
    }

    [Fact]
    public async Task Replay_Again_EndsInTheSame()
    {
        await using var again = await ReplayedServer.Start(("Ingestors:Replay:Speed", "0"), ("Ingestors:Replay:Rebase", "false"));

        var second = await ReplayedServer.AtRest(again);

        var first = await ReadHttp();
        Assert.Equal(first with { Sequence = second.Sequence }, second);
    }

    [Fact]
    public async Task Sse_TellsWhatHttpTells()
    {
        await using var stream = SseStream.Open(Server, $"{ReplayedServer.ZonePath}/stream");

        var snapshot = await stream.Next();

        Assert.Equal("snapshot", snapshot.Event);
        Assert.Equal("territory/10/2", (string?)snapshot.Data["topic"]);
        Assert.Equal($"{snapshot.Sequence}", snapshot.Id);
        Assert.Equal(await ReadHttp(), ZoneAnswer.Of(snapshot.Data["data"]!));
    }

    [SkippableFact]
    public async Task WebSocket_TellsWhatHttpTells()
    {
        await using var client = await ForeignClient.NodeWebSocket(Server, """{"op":"subscribe","topic":"territory/10/2"}""");

        var snapshot = await client.Next();

        Assert.Equal("snapshot", (string?)snapshot["op"]);
        Assert.Equal(await ReadHttp(), ZoneAnswer.Of(snapshot["data"]!));
    }

    [SkippableFact]
    public async Task GrpcFromPython_TellsWhatHttpTells()
    {
        await using var read = await ForeignClient.PythonGrpc(Server, $"{Service}/GetZone", Zone);
        await using var watch = await ForeignClient.PythonGrpc(Server, $"{Service}/WatchZone", Zone);

        var expected = await ReadHttp();

        Assert.Equal(expected, ZoneAnswer.Of(await read.Next()));
        Assert.Equal(expected, ZoneAnswer.Of((await watch.Next())["snapshot"]!));
    }

    [SkippableFact]
    public async Task GrpcFromNode_TellsWhatHttpTells()
    {
        await using var read = await ForeignClient.NodeGrpc(Server, $"{Service}/GetZone", Zone);
        await using var watch = await ForeignClient.NodeGrpc(Server, $"{Service}/WatchZone", Zone);

        var expected = await ReadHttp();

        Assert.Equal(expected, ZoneAnswer.Of(await read.Next()));
        Assert.Equal(expected, ZoneAnswer.Of((await watch.Next())["snapshot"]!));
    }

    [SkippableFact]
    public async Task Events_OverHttpAndGrpc_AreTheSame()
    {
        var page = await Server.Get($"{ReplayedServer.ZonePath}/events?after=0&limit=1000");
        await using var python = await ForeignClient.PythonGrpc(Server, $"{Service}/ListZoneEvents", """{"worldId":10,"zoneId":2,"limit":1000}""");

        var told = await python.Next();

        Assert.Equal(page["oldest"]!.ToString(), told["oldest"]!.ToString());
        Assert.Equal(page["latest"]!.ToString(), told["latest"]!.ToString());
        Assert.Equal(
            page["events"]!.AsArray().Select(happened => $"{happened!["sequence"]} {happened["event"]!["type"]}"),
            told["events"]!.AsArray().Select(happened => $"{happened!["sequence"]} {TypeOf(happened)}"));
    }

    [SkippableFact]
    public async Task Worlds_OverEveryInterface_AreTheSame()
    {
        await using var python = await ForeignClient.PythonGrpc(Server, $"{Service}/ListWorlds", "{}");
        await using var node = await ForeignClient.NodeGrpc(Server, $"{Service}/ListWorlds", "{}");
        await using var socket = await ForeignClient.NodeWebSocket(Server, """{"op":"subscribe","topic":"territory/10"}""");

        var worlds = (await Server.Get("api/v1/territory/worlds"))["worlds"]!.AsArray();

        var expected = worlds.Select(WorldOf!).ToArray();
        Assert.Equal(expected, (await python.Next())["worlds"]!.AsArray().Select(WorldOf!));
        Assert.Equal(expected, (await node.Next())["worlds"]!.AsArray().Select(WorldOf!));
        Assert.Contains(WorldOf((await socket.Next())["data"]!), expected);
        Assert.Contains(WorldOf(await Server.Get("api/v1/territory/worlds/10")), expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Sse_WithLastEventId_TellsEachEventSinceOnce(int behind)
    {
        var latest = (await ReadHttp()).Sequence;
        await using var stream = SseStream.Open(Server, $"{ReplayedServer.ZonePath}/stream", lastEventId: latest - behind);

        var told = await stream.Until(next => next.Sequence == latest);

        Assert.Equal(Since(latest, behind), told.Select(next => next.Sequence));
        Assert.All(told, next => Assert.Equal("delta", next.Event));
    }

    [SkippableFact]
    public async Task Grpc_WithAfter_TellsEachEventSinceOnce()
    {
        var latest = (await ReadHttp()).Sequence;
        var request = $$"""{"worldId":10,"zoneId":2,"after":{{latest - 20}}}""";
        await using var python = await ForeignClient.PythonGrpc(Server, $"{Service}/WatchZone", request);
        await using var node = await ForeignClient.NodeGrpc(Server, $"{Service}/WatchZone", request);

        Assert.Equal(Since(latest, 20), (await python.Until(IsLatest)).Select(SequenceOf));
        Assert.Equal(Since(latest, 20), (await node.Until(IsLatest)).Select(SequenceOf));

        bool IsLatest(JsonNode told) => SequenceOf(told) == latest;
    }

    [SkippableFact]
    public async Task WebSocket_WithAfter_TellsEachEventSinceOnce()
    {
        var latest = (await ReadHttp()).Sequence;
        await using var client = await ForeignClient.NodeWebSocket(Server, $$"""{"op":"subscribe","topic":"territory/10/2","after":{{latest - 20}}}""");

        var told = await client.Until(next => (string?)next["op"] == "delta" && (long?)next["sequence"] == latest);

        Assert.Equal("subscribed", (string?)told[0]["op"]);
        Assert.Equal(Since(latest, 20), told.Skip(1).Select(next => (long)next["sequence"]!));
    }

    private static IEnumerable<long> Since(long latest, int behind) => Enumerable.Range(1, behind).Select(n => latest - behind + n);

    private static long SequenceOf(JsonNode update) => long.Parse((update["event"]?["sequence"] ?? update["snapshot"]!["sequence"])!.ToString(), null);

    // The oneof's field is the only one that both the wire and JSON name alike.
    private static string TypeOf(JsonNode happened) =>
        happened.AsObject().Select(field => field.Key).Single(name => name is not ("sequence" or "at" or "occurredAt"));

    private static string WorldOf(JsonNode world) =>
        $"{world["worldId"]} {world["name"]} {world["online"]} {world["sequence"]} " + string.Join(
            ' ', world["zones"]!.AsArray().Select(zone => $"{zone!["zoneId"]}:{zone["name"]}:{zone["status"]!.ToString().Split('_')[^1].ToLowerInvariant()}"));

    private async Task<ZoneAnswer> ReadHttp() => ZoneAnswer.Of(await Server.Get(ReplayedServer.ZonePath));
}
