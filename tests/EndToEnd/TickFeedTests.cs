using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>The tick feed of a running server, fed by another detector, as clients of other makes get it.</summary>
public sealed class TickFeedTests
{
    private const string Service = "gamestate.starsystems.v1.StarSystemService";

    [SkippableFact]
    public async Task Feed_ReachesNodeAndPythonClientsInItsOwnFormat()
    {
        using var detector = new TickDetector();
        var feed = $"tcp://127.0.0.1:{GameStateServer.FreePort()}";
        await using var server = await Start(detector, feed);
        await using var node = await ForeignClient.NodeFeed(feed, "SystemTick");
        await using var python = await ForeignClient.PythonFeed(feed, "SystemTick");

        // Whoever subscribes hears what is told from then on; when that is, nobody tells.
        var (byNode, byPython) = (node.Next(), python.Next());
        await Bound.Eventually(() => TellUntil(detector, byNode, byPython), isTold => isTold);

        foreach (var told in new[] { await byNode, await byPython })
        {
            Assert.Equal("SystemTick", (string?)told["topic"]);
            await IsAsTold(server, told["message"]!);
        }
    }

    [SkippableFact]
    public async Task Ticks_OverGrpcAndServerSentEvents_AreThoseOfTheFeed()
    {
        using var detector = new TickDetector();
        await using var server = await Start(detector, "");
        await using var python = await ForeignClient.PythonGrpc(server, $"{Service}/WatchTicks", """{"topics":["SystemTick"]}""");

        var next = python.Next();
        await Bound.Eventually(() => TellUntil(detector, next), isTold => isTold);

        var tick = (await next)["systemTick"]!;
        Assert.Equal("Alchemy Den", (string?)tick["metrics"]!["cmfName"]);
        Assert.Equal(0.13527, (double)tick["metrics"]!["lockedInf"]!);
        Assert.Contains("moonPhase", (string?)tick["metrics"]!["extraJson"], StringComparison.Ordinal);
        await IsAsTold(server, (await server.Get($"api/v1/systems/{(string)tick["systemAddress"]!}/ticks"))["ticks"]![0]!["tick"]!);
    }

    private static Task<GameStateServer> Start(TickDetector detector, string feed) => GameStateServer.Start(
        ("Storage:Mode", "memory"),
        ("Ingestors:Territory:Enabled", "false"),
        ("Ingestors:StarSystems:TickDetectorEndpoint", detector.Address),
        ("Gateway:StarSystems:PublishEndpoint", feed));

    private static Task<bool> TellUntil(TickDetector detector, params Task[] heard)
    {
        detector.TellTick();
        return Task.FromResult(heard.All(told => told.IsCompleted));
    }

    private static async Task IsAsTold(GameStateServer server, JsonNode message)
    {
        Assert.Equal(
            ["system", "systemAddress", "schema", "timeGapMins", "timestamp", "dayCount", "isColony", "metrics"],
            message.AsObject().Select(member => member.Key));
        var address = message["systemAddress"]!.GetValue<long>();
        Assert.Equal($"Wolf {address}", (string?)message["system"]);
        Assert.Equal("174.4", (string?)message["timeGapMins"]);
        Assert.Equal(-0.0154, message["metrics"]!["cmfInfDrop"]!.GetValue<double>());
        Assert.Equal("waning", (string?)message["metrics"]!["moonPhase"]);
        var known = await server.Get($"api/v1/systems/{address}");
        Assert.Equal(message.ToJsonString(), known["lastTick"]!.ToJsonString());
    }
}
