namespace OrleansGameState.EndToEnd;

[Collection(ReplayedServer.Collection)]
public sealed class GrpcTests(ReplayedServer replayed)
{
    private const string Service = "gamestate.territory.v1.TerritoryService";

    private GameStateServer Server => replayed.Server;

    [SkippableTheory]
    [InlineData("GetZone", """{"worldId":10,"zoneId":6}""", "NOT_FOUND", "territory/10/6")]
    [InlineData("GetWorld", """{"worldId":77}""", "NOT_FOUND", "territory/77")]
    [InlineData("GetWorld", """{"worldId":-1}""", "INVALID_ARGUMENT", "world_id")]
    [InlineData("GetZone", """{"worldId":10}""", "INVALID_ARGUMENT", "zone_id")]
    [InlineData("ListZoneEvents", """{"worldId":10,"zoneId":2,"limit":100000}""", "INVALID_ARGUMENT", "limit")]
    [InlineData("WatchZone", """{"worldId":10,"zoneId":2,"after":-5}""", "INVALID_ARGUMENT", "after")]
    public async Task Call_ThatCannotBeMeant_IsRefusedAndNamesWhatWasWrong(string method, string request, string code, string what)
    {
        await using var python = await ForeignClient.PythonGrpc(Server, $"{Service}/{method}", request);
        await using var node = await ForeignClient.NodeGrpc(Server, $"{Service}/{method}", request);

        foreach (var client in new[] { python, node })
        {
            var refused = (await client.Next())["refused"]!;
            Assert.Equal(code, (string?)refused["code"]);
            Assert.Contains(what, ((string)refused["message"]!).Replace("Id", "_id", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    [SkippableTheory]
    [InlineData("grpc.reflection.v1")]
    [InlineData("grpc.reflection.v1alpha")]
    public async Task Reflection_TellsAStrangerAllItNeeds(string package)
    {
        await using var stranger = await ForeignClient.PythonReflection(Server, package, $"{Service}/GetZone", """{"worldId":10,"zoneId":2}""");

        var services = (await stranger.Next()).AsArray().Select(name => (string?)name).ToArray();
        var zone = await stranger.Next();

        Assert.Contains(Service, services);
        Assert.Contains("grpc.health.v1.Health", services);
        Assert.Equal(ZoneAnswer.Of(await Server.Get(ReplayedServer.ZonePath)), ZoneAnswer.Of(zone));
    }

    [SkippableTheory]
    [InlineData("{}")]
    [InlineData("""{"service":"gamestate.territory.v1.TerritoryService"}""")]
    public async Task Health_OfAReadyServer_IsServing(string request)
    {
        await using var check = await ForeignClient.PythonGrpc(Server, "grpc.health.v1.Health/Check", request);
        await using var watch = await ForeignClient.NodeGrpc(Server, "grpc.health.v1.Health/Watch", request);

        Assert.Equal("SERVING", (string?)(await check.Next())["status"]);
        Assert.Equal("SERVING", (string?)(await watch.Next())["status"]);
    }

    [SkippableFact]
    public async Task Health_OfAnUnknownService_IsNotFound()
    {
        await using var check = await ForeignClient.PythonGrpc(Server, "grpc.health.v1.Health/Check", """{"service":"nobody"}""");

        Assert.Equal("NOT_FOUND", (string?)(await check.Next())["refused"]!["code"]);
    }
}
