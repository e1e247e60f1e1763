using Grpc.Core;
using OrleansGameState.Gateway.Sectors.V1;
using OrleansGameState.Gateway.Tests.Realtime;

namespace OrleansGameState.Gateway.Tests.Sectors;

[Collection(SharedGateway.Name)]
public sealed class PlayerFollowerTests(SharedGateway shared)
{
    private readonly SectorService.SectorServiceClient _client = new(shared.Host.Channel);

    [Fact]
    public async Task Follow_OfAMove_LeavesTheOldSectorAndShowsTheNewOneFromBeforeTheArrival()
    {
        var universe = await Universe.Make(shared.Host, "follow1");
        await universe.LogIn("there", startSector: "2");
        await universe.LogIn("p1");
        await universe.Settled("there");
        await universe.Settled("p1");
        using var watch = _client.WatchPlayer(new() { Universe = "follow1", Player = "p1" });
        var told = await Read(watch, update => update.Sector is not null);

        await universe.Move("p1", "2", "m-1");
        told.AddRange(await Read(watch, Joined("2", "p1")));

        Assert.Equal(["player 1", "sector 1: p1", "left 1 p1", "sector 2: there", "joined 2 p1"], InOrder(told).Where(line => !line.StartsWith("moved", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Follow_AfterAMove_HasWhoComesToTheNewSectorAndNobodyOfTheOld()
    {
        var universe = await Universe.Make(shared.Host, "follow2");
        await universe.LogIn("p1");
        await universe.LogIn("other", startSector: "3", turns: 1000);
        await universe.Settled("p1");
        using var watch = _client.WatchPlayer(new() { Universe = "follow2", Player = "p1" });
        await Read(watch, update => update.Sector is not null);
        await universe.Move("p1", "2", "m-1");
        await Read(watch, Joined("2", "p1"));

        await universe.LogIn("late");
        await universe.Settled("late");
        await universe.Move("other", "2", "m-1");
        var told = await Read(watch, Joined("2", "other"));

        Assert.Equal(["joined 2 other"], InOrder(told));
    }

    [Fact]
    public async Task Follow_OfMovesWithoutAPause_HasEachDepartureAndThenEachArrivalOnce()
    {
        const int Moves = 40;
        var universe = await Universe.Make(shared.Host, "follow3");
        await universe.LogIn("p1", turns: 1000);
        await universe.Settled("p1");
        using var watch = _client.WatchPlayer(new() { Universe = "follow3", Player = "p1" });
        await Read(watch, update => update.Sector is not null);

        for (var i = 0; i < Moves; i++)
        {
            Assert.Equal(200, (await universe.Move("p1", i % 2 == 0 ? "2" : "1", $"m-{i}")).Status);
        }

        var told = new List<WatchPlayerResponse>();
        for (var i = 0; i < Moves; i++)
        {
            told.AddRange(await Read(watch, Joined(i % 2 == 0 ? "2" : "1", "p1")));
        }

        var expected = Enumerable.Range(0, Moves).SelectMany(i => i % 2 == 0
            ? new[] { "left 1 p1", "sector 2: ", "joined 2 p1" }
            : ["left 2 p1", "sector 1: ", "joined 1 p1"]);
        Assert.Equal(expected, InOrder(told).Where(line => !line.StartsWith("moved", StringComparison.Ordinal)));
        Assert.Equal(Moves, told.Count(update => update.PlayerEvent?.Moved is not null));
    }

    [Fact]
    public async Task Follow_OfManyWhoMoveAtOnce_HasEachSectorWithoutAHole()
    {
        const int Players = 8;
        const int Moves = 12;
        var universe = await Universe.Make(shared.Host, "follow9");
        var names = Enumerable.Range(0, Players).Select(i => $"p{i}").ToArray();
        await Task.WhenAll(names.Select(name => universe.LogIn(name, turns: 1000)));
        await Task.WhenAll(names.Select(universe.Settled));
        var watches = names.Select(name => _client.WatchPlayer(new() { Universe = "follow9", Player = name })).ToArray();
        var told = await Task.WhenAll(watches.Select(watch => Read(watch, update => update.Sector is not null)));

        await Task.WhenAll(names.Select(async (name, index) =>
        {
            for (var i = 0; i < Moves; i++)
            {
                Assert.Equal(200, (await universe.Move(name, i % 2 == 0 ? "2" : "1", $"m-{i}")).Status);
                told[index].AddRange(i % 3 == index % 3 ? await Read(watches[index], Joined(i % 2 == 0 ? "2" : "1", name)) : []);
            }
        }));
        await Task.WhenAll(names.Select(async (name, index) =>
        {
            while (told[index].Count(update => update.SectorEvent?.PlayerJoined?.Player.PlayerId == name) < Moves)
            {
                told[index].AddRange(await Read(watches[index], update => update.SectorEvent?.PlayerJoined?.Player.PlayerId == name));
            }
        }));

        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            Unbroken(name, told[index]);
            watches[index].Dispose();
        }
    }

    [Fact]
    public async Task Follow_OfATeleport_GoesToTheOtherSector()
    {
        var universe = await Universe.Make(shared.Host, "follow4");
        await universe.LogIn("p1");
        await universe.Settled("p1");
        using var watch = _client.WatchPlayer(new() { Universe = "follow4", Player = "p1" });
        await Read(watch, update => update.Sector is not null);

        await universe.Send("POST", "/players/p1/teleports", """{"from":1,"to":5}""", GatewayHost.AdminKey);
        var told = await Read(watch, Joined("5", "p1"));

        Assert.Equal(["left 1 p1", "sector 5: ", "joined 5 p1"], InOrder(told).Where(line => !line.StartsWith("moved", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Topic_OfAPlayer_HasBothUnderItsNameWithTheirKeys()
    {
        var universe = await Universe.Make(shared.Host, "follow5");
        await universe.LogIn("p1");
        await universe.Settled("p1");
        await using var client = await RealtimeClient.Connect(shared.Host);

        var player = await client.Ask("""{"op":"subscribe","topic":"sectors/follow5/me/p1"}""");
        var sector = await client.Receive();
        await universe.Move("p1", "2", "m-1");
        var (op, key) = ("", "");
        while ((op, key) != ("snapshot", "follow5/2"))
        {
            var message = await client.Receive();
            Assert.Equal("sectors/follow5/me/p1", message.GetProperty("topic").GetString());
            (op, key) = (message.GetProperty("op").GetString()!, message.GetProperty("key").GetString()!);
        }

        var joined = await client.Receive();
        await client.Send("""{"op":"unsubscribe","topic":"sectors/follow5/me/p1"}""");
        var ended = await client.Receive();

        Assert.Equal(["op", "topic", "key", "sequence", "asOf", "data"], player.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("follow5/player/p1", "1"), (player.GetProperty("key").GetString(), player.GetProperty("data").GetProperty("sector").GetString()));
        Assert.Equal(("follow5/1", 1), (sector.GetProperty("key").GetString(), sector.GetProperty("data").GetProperty("players_present").GetArrayLength()));
        Assert.Equal(["op", "topic", "key", "sequence", "at", "event"], joined.EnumerateObject().Select(member => member.Name));
        Assert.Equal("sector.player_joined", joined.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal("unsubscribed", ended.GetProperty("op").GetString());
    }

    [Fact]
    public async Task Topics_OfNobody_AreUnknown()
    {
        await using var client = await RealtimeClient.Connect(shared.Host);

        Assert.Equal("unknown-topic", (await client.Ask("""{"op":"subscribe","topic":"sectors/follow6/me/nobody"}""")).GetProperty("code").GetString());
        Assert.Equal("unknown-topic", (await client.Ask("""{"op":"subscribe","topic":"sectors/a b/universe/moves"}""")).GetProperty("code").GetString());
        Assert.Equal("subscribed", (await client.Ask("""{"op":"subscribe","topic":"sectors/follow6/universe/moves"}""")).GetProperty("op").GetString());
        Assert.Equal("not-subscribed", (await client.Ask("""{"op":"unsubscribe","topic":"sectors/follow6/me/nobody"}""")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Moves_OfAUniverse_AreAnnouncedWithTheirKey()
    {
        var universe = await Universe.Make(shared.Host, "follow7");
        await using var client = await RealtimeClient.Connect(shared.Host);
        await client.Ask("""{"op":"subscribe","topic":"sectors/follow7/universe/moves"}""");

        await universe.LogIn("p1");
        var spawned = await client.Receive();

        Assert.Equal(("announcement", "sectors/follow7/universe/moves", "follow7/player/p1"), (
            spawned.GetProperty("op").GetString(), spawned.GetProperty("topic").GetString(), spawned.GetProperty("key").GetString()));
        Assert.Equal("player.spawned", spawned.GetProperty("event").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Stream_OfAFollowedPlayer_HasBothAsFrames()
    {
        var universe = await Universe.Make(shared.Host, "follow8");
        await universe.LogIn("p1");
        await universe.Settled("p1");
        using var patience = new CancellationTokenSource(GatewayHost.Patience);
        await using var stream = await shared.Host.Client.GetStreamAsync(new Uri($"{universe.Api}/players/p1/follow", UriKind.Relative), patience.Token);
        using var reader = new StreamReader(stream);

        var lines = new List<string>();
        while (lines.Count(line => line.StartsWith("data:", StringComparison.Ordinal)) < 2)
        {
            lines.Add((await reader.ReadLineAsync(patience.Token))!);
        }

        Assert.StartsWith("event: snapshot", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""data: {"topic":"sectors/follow8/me/p1","key":"follow8/player/p1","sequence":""", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""data: {"topic":"sectors/follow8/me/p1","key":"follow8/1","sequence":""", lines[^1], StringComparison.Ordinal);
        Assert.Equal(404, (await universe.Send("GET", "/players/nobody/follow", null)).Status);
    }

    // One sector at a time, each as a whole without the player and then event by event, until the player leaves it.
    private static void Unbroken(string name, IReadOnlyList<WatchPlayerResponse> told)
    {
        var (here, sequence, isIn) = ("", 0L, true);
        foreach (var update in told)
        {
            if (update.Sector is { } sector)
            {
                Assert.Equal(here.Length == 0, sector.PlayersPresent.Any(entry => entry.PlayerId == name));
                Assert.True(here.Length == 0 || !isIn, $"{name} was shown {sector.Sector_} before {here} was left");
                (here, sequence) = (sector.Sector_, sector.Sequence);
            }
            else if (update.SectorEvent is { } fact)
            {
                Assert.Equal((here, sequence + 1), (fact.Sector, fact.Sequence));
                sequence++;
                isIn = fact.PlayerLeft?.Player.PlayerId == name ? Turned(isIn, true) : fact.PlayerJoined?.Player.PlayerId == name ? Turned(isIn, false) : isIn;
            }
        }

        static bool Turned(bool isIn, bool was)
        {
            Assert.Equal(was, isIn);
            return !was;
        }
    }

    private static Func<WatchPlayerResponse, bool> Joined(string sector, string player) =>
        update => update.SectorEvent is { PlayerJoined.Player: var entry, Sector: var id } && id == sector && entry.PlayerId == player;

    // The player's own record and the sectors' lists are told side by side.
    private static IEnumerable<string> InOrder(IEnumerable<WatchPlayerResponse> told) => told.Select(update => update.UpdateCase switch
    {
        WatchPlayerResponse.UpdateOneofCase.Player => $"player {update.Player.Sector}",
        WatchPlayerResponse.UpdateOneofCase.Sector => $"sector {update.Sector.Sector_}: {string.Join(' ', update.Sector.PlayersPresent.Select(entry => entry.PlayerId))}",
        WatchPlayerResponse.UpdateOneofCase.PlayerEvent => $"moved {update.PlayerEvent.Moved?.From} {update.PlayerEvent.Moved?.To}",
        _ => update.SectorEvent.EventCase switch
        {
            SectorEvent.EventOneofCase.PlayerJoined => $"joined {update.SectorEvent.Sector} {update.SectorEvent.PlayerJoined.Player.PlayerId}",
            SectorEvent.EventOneofCase.PlayerLeft => $"left {update.SectorEvent.Sector} {update.SectorEvent.PlayerLeft.Player.PlayerId}",
            var other => $"{other} {update.SectorEvent.Sector}",
        },
    });

    private static async Task<List<WatchPlayerResponse>> Read(AsyncServerStreamingCall<WatchPlayerResponse> watch, Func<WatchPlayerResponse, bool> isLast)
    {
        using var patience = new CancellationTokenSource(GatewayHost.Patience);
        var told = new List<WatchPlayerResponse>();
        while (await watch.ResponseStream.MoveNext(patience.Token))
        {
            told.Add(watch.ResponseStream.Current);
            if (isLast(told[^1]))
            {
                return told;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
