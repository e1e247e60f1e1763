using Grpc.Core;
using OrleansGameState.Gateway.Sectors.V1;

namespace OrleansGameState.EndToEnd.Sectors;

/// <summary>A player who walks at random, and knows where they ought to be.</summary>
internal sealed class LoadedPlayer(SectorService.SectorServiceClient client, LoadedUniverse universe, string id, string start, int seed)
{
    public const int Turns = 1_000;

    // Each so often a move is sent again, as after an answer that was lost.
    private const int RetryEvery = 4;

    private readonly Random _random = new(seed);
    private readonly List<string> _path = [];

    public string Id => id;

    public string Sector { get; private set; } = "";

    public int TurnsLeft { get; private set; } = Turns;

    /// <summary>What sectors ought to tell of them, in this order.</summary>
    public IReadOnlyList<string> Path => _path;

    /// <summary>Moves through tunnels, as <c>from-to</c>.</summary>
    public List<string> Passages { get; } = [];

    public async Task LogInAsync()
    {
        var answer = await client.LogInAsync(new()
        {
            Universe = LoadedUniverse.Id,
            Player = id,
            Username = $"Captain {id}",
            Ship = new() { Id = $"own-{id}", Name = "Quickstrike", Type = "FAST_COURIER" },
            StartSector = start,
            Turns = Turns,
            Session = "load",
        });
        Assert.True(answer.IsNew);
        Sector = start;
        _path.Add($"{start} joined");
    }

    public async Task MoveAsync(int number)
    {
        var ways = universe.Ways[Sector];
        if (ways.Length == 0)
        {
            return;
        }

        // Tunnels are few: whoever stands before one takes it.
        var way = Array.Exists(ways, way => way.ByTunnel) && _random.Next(2) == 0 ? ways[^1] : ways[_random.Next(ways.Length)];
        var request = new MoveRequest
        {
            Universe = LoadedUniverse.Id,
            Player = id,
            To = way.To,
            MoveId = $"{id}.{number}",
            Via = way.ByTunnel ? MoveVia.Tunnel : MoveVia.Warp,
        };
        var answer = await SendAsync(request);
        if (_random.Next(RetryEvery) == 0)
        {
            var again = await SendAsync(request);
            Assert.Equal(answer?.Sequence, again?.Sequence);
            Assert.True(again?.IsRepeat ?? true);
        }

        if (answer is not null)
        {
            Take(answer, way.ByTunnel);
        }
    }

    // Null where the tunnel has collapsed.
    private async Task<MoveResponse?> SendAsync(MoveRequest request)
    {
        try
        {
            return await client.MoveAsync(request);
        }
        catch (RpcException exception) when (request.Via == MoveVia.Tunnel && exception.StatusCode == StatusCode.FailedPrecondition)
        {
            return null;
        }
    }

    private void Take(MoveResponse answer, bool byTunnel)
    {
        Assert.Equal((Sector, TurnsLeft - answer.TurnCost), (answer.From, answer.TurnsLeft));
        _path.Add($"{answer.From} left");
        _path.Add($"{answer.To} joined");
        (Sector, TurnsLeft) = (answer.To, answer.TurnsLeft);
        if (byTunnel)
        {
            Passages.Add($"{answer.From}-{answer.To}");
        }
    }
}
