using System.Security.Cryptography;
using System.Text;
using Grpc.Net.Client;
using OrleansGameState.Gateway.Sectors.V1;
using Xunit.Abstractions;

namespace OrleansGameState.EndToEnd.Sectors;

/// <summary>Two thousand players in a universe of a real one's size move at random through gRPC, on PostgreSQL where there is one.</summary>
public sealed class SectorLoadTests(ITestOutputHelper output)
{
    private const int Players = 2_000;
    private const int Moves = 5;
    private const int Watched = 20;
    private const int AtOnce = 64;
    private const int Page = 1_000;
    private const string Key = "load-key";

    [Fact]
    public async Task Players_WhoMoveAtRandom_AreInOneListEach_AndSectorsToldOfEachMoveOnce()
    {
        await using var server = await GameStateServer.Start(
            ("Ingestors:Territory:Enabled", "false"),
            ("Ingestors:StarSystems:Enabled", "false"),
            ("Ingestors:Sectors:Demo", "off"),
            ("Gateway:ApiKeys:0:Name", "load"),
            ("Gateway:ApiKeys:0:Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
            ("Gateway:ApiKeys:0:Scopes", "sectors:write"));
        var universe = new LoadedUniverse(server, Key);
        await universe.ImportAsync();
        using var http = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = true });
        http.DefaultRequestHeaders.Add("X-Api-Key", Key);
        using var channel = GrpcChannel.ForAddress($"http://{server.GrpcAddress}", new() { HttpClient = http });
        var client = new SectorService.SectorServiceClient(channel);
        var sectors = universe.Ways.Keys.Order(StringComparer.Ordinal).ToArray();
        var watched = await Task.WhenAll(sectors.Take(Watched).Select(sector => WatchedSector.StartAsync(client, sector)));
        var players = Enumerable.Range(0, Players).Select(number => new LoadedPlayer(client, universe, $"p{number}", sectors[number * 7 % sectors.Length], number)).ToArray();

        await EachAsync(players, player => player.LogInAsync());
        for (var number = 0; number < Moves; number++)
        {
            await EachAsync(players, player => player.MoveAsync(number));
        }

        await PresenceIsAsExpected(client, players);
        var lists = await Bound.Eventually(() => ListsAsync(client, sectors), lists => Text(lists) == Text(players.Select(player => (player.Id, player.Sector))));
        Assert.Equal(Players, lists.Count);
        var history = await HistoryAsync(client);
        Assert.All(players, player => Assert.Equal(player.Path, history.GetValueOrDefault(player.Id, [])));
        await TunnelsAreWithinTheirLimits(client, players);
        await StreamsToldTheSame(client, watched);
        output.WriteLine($"{players.Sum(player => player.Path.Count / 2)} moves, {players.Sum(player => player.Passages.Count)} of them through tunnels, in {sectors.Length} sectors");
        Array.ForEach(watched, sector => sector.Dispose());
    }

    private static Task EachAsync(LoadedPlayer[] players, Func<LoadedPlayer, Task> act) =>
        Parallel.ForEachAsync(players, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (player, _) => await act(player));

    private static async Task PresenceIsAsExpected(SectorService.SectorServiceClient client, LoadedPlayer[] players)
    {
        var presence = await client.GetPresenceAsync(new() { Universe = LoadedUniverse.Id });
        Assert.Equal(Text(players.Select(player => (player.Id, player.Sector))), Text(presence.Players.Select(player => (player.Player, player.Sector))));
    }

    private static async Task<List<(string Player, string Sector)>> ListsAsync(SectorService.SectorServiceClient client, string[] sectors)
    {
        var lists = new List<(string, string)>();
        await Parallel.ForEachAsync(sectors, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (id, token) =>
        {
            var sector = await client.GetSectorAsync(new() { Universe = LoadedUniverse.Id, Sector = id }, cancellationToken: token);
            lock (lists)
            {
                lists.AddRange(sector.PlayersPresent.Select(entry => (entry.PlayerId, id)));
            }
        });
        return lists;
    }

    // Of each player what the sectors' logs tell, in the order of their commits.
    private static async Task<Dictionary<string, List<string>>> HistoryAsync(SectorService.SectorServiceClient client)
    {
        var history = new Dictionary<string, List<string>>();
        for (var after = ""; ;)
        {
            var page = await client.ListEventsAsync(new() { After = after, Limit = Page });
            foreach (var @event in page.Events.Where(@event => @event.Sector is not null && @event.Topic.StartsWith($"sectors/{LoadedUniverse.Id}/", StringComparison.Ordinal)))
            {
                Note(history, @event.Sector);
            }

            if (page.Events.Count == 0)
            {
                return history;
            }

            after = page.Next;
        }
    }

    private static void Note(Dictionary<string, List<string>> history, SectorEvent @event)
    {
        var (player, what) = @event.EventCase switch
        {
            SectorEvent.EventOneofCase.PlayerJoined => (@event.PlayerJoined.Player.PlayerId, "joined"),
            SectorEvent.EventOneofCase.PlayerLeft => (@event.PlayerLeft.Player.PlayerId, "left"),
            _ => (null, ""),
        };
        if (player is null)
        {
            return;
        }

        if (!history.TryGetValue(player, out var told))
        {
            history[player] = told = [];
        }

        told.Add($"{@event.Sector} {what}");
    }

    private static async Task TunnelsAreWithinTheirLimits(SectorService.SectorServiceClient client, LoadedPlayer[] players)
    {
        var passages = players.SelectMany(player => player.Passages).CountBy(passage => passage).ToArray();
        Assert.NotEmpty(passages);
        foreach (var (tunnel, uses) in passages)
        {
            var (from, to) = (tunnel[..tunnel.IndexOf('-', StringComparison.Ordinal)], tunnel[(tunnel.IndexOf('-', StringComparison.Ordinal) + 1)..]);
            var state = await Bound.Eventually(
                async () => await client.GetTunnelAsync(new() { Universe = LoadedUniverse.Id, From = from, To = to }), state => state.Reserved == 0);
            Assert.Equal(uses, state.CurrentUses);
            Assert.InRange(state.CurrentUses, 1, state.MaxUses);
            Assert.Equal(state.CurrentUses == state.MaxUses, state.Status == TunnelStatus.Collapsed);
        }
    }

    private static async Task StreamsToldTheSame(SectorService.SectorServiceClient client, WatchedSector[] watched)
    {
        var arrivals = 0;
        foreach (var sector in watched)
        {
            var log = await client.ListSectorEventsAsync(new() { Universe = LoadedUniverse.Id, Sector = sector.Id, Limit = Page });
            var streamed = await sector.UntilAsync(log.Latest);
            Assert.Equal(log.Events.TakeLast(streamed.Count), streamed);
            arrivals += streamed.Count(@event => @event.PlayerJoined is not null);
        }

        Assert.True(arrivals >= Watched, $"{arrivals} arrivals in {Watched} sectors");
    }

    private static string Text(IEnumerable<(string Player, string Sector)> places) =>
        string.Join('\n', places.Select(place => $"{place.Player} {place.Sector}").Order(StringComparer.Ordinal));
}
