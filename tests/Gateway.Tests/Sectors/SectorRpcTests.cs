using Grpc.Core;
using OrleansGameState.Gateway.Sectors.V1;

namespace OrleansGameState.Gateway.Tests.Sectors;

[Collection(SharedGateway.Name)]
public sealed class SectorRpcTests(SharedGateway shared)
{
    private static readonly Metadata Game = new() { { "x-api-key", GatewayHost.GameKey } };
    private static readonly Metadata Admin = new() { { "x-api-key", GatewayHost.AdminKey } };

    private readonly SectorService.SectorServiceClient _client = new(shared.Host.Channel);

    [Fact]
    public async Task Player_FromLoginToLogout_IsToldWhatHttpTells()
    {
        var universe = await Universe.Make(shared.Host, "rpc1");

        var first = await LogIn("rpc1", "p1", team: "red");
        var again = await LogIn("rpc1", "p1", team: "red");
        var docked = await _client.DockAsync(new() { Universe = "rpc1", Player = "p1", Port = "p-1" }, Game);
        await _client.UndockAsync(new() { Universe = "rpc1", Player = "p1" }, Game);
        var landed = await _client.LandAsync(new() { Universe = "rpc1", Player = "p1", Planet = "e-1" }, Game);
        await _client.TakeOffAsync(new() { Universe = "rpc1", Player = "p1" }, Game);
        await _client.HeartbeatAsync(new() { Universe = "rpc1", Player = "p1" }, Game);
        var moved = await _client.MoveAsync(new() { Universe = "rpc1", Player = "p1", To = "4", MoveId = "m-1" }, Game);
        var repeated = await _client.MoveAsync(new() { Universe = "rpc1", Player = "p1", To = "4", MoveId = "m-1" }, Game);
        var teleported = await _client.TeleportAsync(new() { Universe = "rpc1", Player = "p1", From = "4", To = "2" }, Admin);
        var gone = await _client.LogOutAsync(new() { Universe = "rpc1", Player = "p1" }, Game);
        await universe.Settled("p1");

        Assert.Equal((true, false), (first.IsNew, again.IsNew));
        Assert.Equal((first.Player.Sequence, "red", "1"), (again.Player.Sequence, again.Player.Team, again.Player.Sector));
        Assert.Equal(("p-1", "e-1"), (docked.Port, landed.Planet));
        Assert.Equal((MoveVia.Tunnel, "NATURAL", 1, false), (moved.Via, moved.Passage.Type, moved.Passage.UsesLeft, moved.IsRepeat));
        Assert.Equal(TunnelEffectKind.TunnelDegradation, Assert.Single(moved.Passage.Effects).Kind);
        Assert.Equal((true, moved.Sequence), (repeated.IsRepeat, repeated.Sequence));
        Assert.Equal(("2", true), (teleported.Sector, teleported.IsActive));
        Assert.False(gone.IsActive);
        Assert.Equal(gone, await _client.GetPlayerAsync(new() { Universe = "rpc1", Player = "p1" }));
        var sector = await _client.GetSectorAsync(new() { Universe = "rpc1", Sector = "2" });
        Assert.Equal("p1", Assert.Single(sector.PlayersPresent).PlayerId);
        Assert.Equal(("NEBULA", 7.0, 12), (sector.Type, sector.HazardLevel, sector.Defenses.DefenseDrones));
        Assert.Equal((1, TunnelStatus.Active), ((await _client.GetTunnelAsync(new() { Universe = "rpc1", From = "1", To = "4" })).CurrentUses, (await _client.GetTunnelAsync(new() { Universe = "rpc1", From = "1", To = "4" })).Status));
        var presence = await _client.GetPresenceAsync(new() { Universe = "rpc1" });
        Assert.Equal(("p1", "2"), (Assert.Single(presence.Players).Player, presence.Players[0].Sector));
    }

    [Fact]
    public async Task Universe_ThatWasImported_IsToldAndFoundAndSwept()
    {
        await Universe.Make(shared.Host, "rpc2");

        var universe = await _client.GetUniverseAsync(new() { Universe = "rpc2" });
        var list = await _client.ListUniversesAsync(new());
        var scan = await _client.ScanAsync(new() { Universe = "rpc2", Sector = "1", Depth = 2 });
        var path = await _client.FindPathAsync(new() { Universe = "rpc2", From = "1", To = "5" });
        var swept = await _client.SweepAsync(new() { Universe = "rpc2" }, Admin);

        Assert.Equal((ImportPhase.Done, 5, "1"), (universe.Import.Phase, universe.Import.Report.Sectors, universe.Settings.StartSector));
        Assert.Contains(list.Universes, one => one.Universe == "rpc2" && one.Sectors == 5);
        Assert.Equal(["1:0", "2:1", "4:1", "3:2", "5:2"], scan.Sectors.Select(found => $"{found.Sector.Sector_}:{found.Distance}"));
        Assert.Equal((2, "2", "5"), (path.Turns, path.Steps[0].To, path.Steps[1].To));
        Assert.Equal(0, swept.Report.Counts.Swept);
    }

    [Fact]
    public async Task History_OfSectorsPlayersAndTunnels_IsToldAsMessages()
    {
        var universe = await Universe.Make(shared.Host, "rpc3");
        await LogIn("rpc3", "p1");
        await _client.MoveAsync(new() { Universe = "rpc3", Player = "p1", To = "4", MoveId = "m-1" }, Game);
        await Refused(() => _client.MoveAsync(new() { Universe = "rpc3", Player = "p1", To = "3", MoveId = "m-2" }, Game), StatusCode.FailedPrecondition, "to", "not-adjacent");
        await universe.Settled("p1");

        var sector = await _client.ListSectorEventsAsync(new() { Universe = "rpc3", Sector = "1" });
        var player = await _client.ListPlayerEventsAsync(new() { Universe = "rpc3", Player = "p1" });
        var tunnel = await _client.ListTunnelEventsAsync(new() { Universe = "rpc3", FromSector = "1", ToSector = "4" });
        var (all, after) = (new List<SystemEvent>(), "");
        while (await _client.ListEventsAsync(new() { After = after, Limit = 1000 }) is { Events.Count: > 0 } page)
        {
            all.AddRange(page.Events);
            after = page.Next;
        }

        Assert.Equal(
            [SectorEvent.EventOneofCase.Charted, SectorEvent.EventOneofCase.PlayerJoined, SectorEvent.EventOneofCase.PlayerLeft],
            sector.Events.Select(told => told.EventCase));
        Assert.Equal(PresenceReason.Moved, sector.Events[2].PlayerLeft.Reason);
        Assert.Contains(player.Events, told => told.Moved is { MoveId: "m-1", From: "1", To: "4", Via: MoveVia.Tunnel });
        Assert.Contains(player.Events, told => told.MoveRefused is { MoveId: "m-2", Code: "not-adjacent" });
        Assert.Contains(tunnel.Events, told => told.Used is { Player: "p1", MoveId: "m-1" });
        Assert.Contains(all, told => told.Topic == "sectors/rpc3/universe/map" && told.Universe.MapImported.Version > 0);
        Assert.Contains(all, told => told.Topic == "sectors/rpc3/player/p1" && told.Player.Spawned is not null);
    }

    [Fact]
    public async Task Calls_ThatCannotBeDone_HaveTheirStatusAndReason()
    {
        await Universe.Make(shared.Host, "rpc4");
        await LogIn("rpc4", "p1");
        await _client.MoveAsync(new() { Universe = "rpc4", Player = "p1", To = "2", MoveId = "m-1" }, Game);

        await Refused(() => _client.MoveAsync(new() { Universe = "rpc4", Player = "p1", To = "1", MoveId = "m-1" }, Game), StatusCode.InvalidArgument, "moveId", "move-id-reused");
        await Refused(() => _client.MoveAsync(new() { Universe = "rpc4", Player = "p1", To = "99", MoveId = "m-2" }, Game), StatusCode.NotFound, "to", "unknown-sector");
        await Refused(() => _client.MoveAsync(new() { Universe = "rpc4", Player = "no", To = "1", MoveId = "m-2" }, Game), StatusCode.NotFound, null, "unknown-player");
        await Refused(() => _client.MoveAsync(new() { Universe = "rpc4", Player = "p1", To = "1" }, Game), StatusCode.InvalidArgument, "move_id", null);
        await Refused(() => _client.MoveAsync(new() { Universe = "rpc4", Player = "p1", To = "1", MoveId = "m-3", Via = (MoveVia)7 }, Game), StatusCode.InvalidArgument, "via", null);
        await Refused(() => _client.LogInAsync(new() { Universe = "rpc4", Player = "p2", Username = "x" }, Game), StatusCode.InvalidArgument, "ship", null);
        await Refused(() => _client.LogInAsync(new() { Universe = "rpc4", Player = "p2", Ship = new() { Id = "s" } }, Game), StatusCode.InvalidArgument, "username", null);
        await Refused(() => _client.GetSectorAsync(new() { Universe = "rpc4", Sector = "a b" }), StatusCode.InvalidArgument, "sector", null);
        await Refused(() => _client.GetSectorAsync(new() { Universe = "rpc4", Sector = "99" }), StatusCode.NotFound, "sector", "unknown-sector");
        await Refused(() => _client.GetPresenceAsync(new() { Universe = "rpc4none" }), StatusCode.NotFound, "universe", "unknown-universe");
        await Refused(() => _client.ScanAsync(new() { Universe = "rpc4", Sector = "1", Depth = 9 }), StatusCode.InvalidArgument, "depth", null);
        await Refused(() => _client.FindPathAsync(new() { Universe = "rpc4", From = "1", To = "5", Avoid = { "2" } }), StatusCode.NotFound, "to", "no-path");
    }

    [Fact]
    public async Task Commands_WithoutTheirScope_AreNotDone()
    {
        await Denied(call => _client.LogInAsync(new(), call), Admin);
        await Denied(call => _client.MoveAsync(new(), call), Admin);
        await Denied(call => _client.HeartbeatAsync(new(), call), Admin);
        await Denied(call => _client.LogOutAsync(new(), call), Admin);
        await Denied(call => _client.DockAsync(new(), call), Admin);
        await Denied(call => _client.UndockAsync(new(), call), Admin);
        await Denied(call => _client.LandAsync(new(), call), Admin);
        await Denied(call => _client.TakeOffAsync(new(), call), Admin);
        await Denied(call => _client.TeleportAsync(new(), call), Game);
        await Denied(call => _client.SweepAsync(new(), call), Game);
    }

    [Fact]
    public async Task WatchSector_FromBeforeAJoin_HasItNext()
    {
        await Universe.Make(shared.Host, "rpc5");
        using var watch = _client.WatchSector(new() { Universe = "rpc5", Sector = "1" });
        await watch.ResponseStream.MoveNext();
        var before = watch.ResponseStream.Current.Snapshot.Sequence;

        await LogIn("rpc5", "p1");
        await watch.ResponseStream.MoveNext();
        var joined = watch.ResponseStream.Current.Event;

        Assert.Equal((before + 1, "p1", PresenceReason.Spawned), (joined.Sequence, joined.PlayerJoined.Player.PlayerId, joined.PlayerJoined.Reason));
    }

    [Fact]
    public async Task WatchMoves_OfAUniverse_HasItsOwnAlone()
    {
        await Universe.Make(shared.Host, "rpc6");
        await Universe.Make(shared.Host, "rpc6b");
        using var watch = _client.WatchMoves(new() { Universe = "rpc6" });
        await watch.ResponseHeadersAsync;

        await LogIn("rpc6b", "elsewhere");
        await LogIn("rpc6", "p1");
        await _client.MoveAsync(new() { Universe = "rpc6", Player = "p1", To = "4", MoveId = "m-1" }, Game);
        var told = new List<WatchMovesResponse>();
        while (told.Count < 3 && await watch.ResponseStream.MoveNext())
        {
            told.Add(watch.ResponseStream.Current);
        }

        Assert.All(told.Where(one => one.Player is not null), one => Assert.Equal("p1", one.Player.Player));
        Assert.Contains(told, one => one.Player?.Spawned is not null);
        Assert.Contains(told, one => one.Player?.Moved is { To: "4" });
        Assert.Contains(told, one => one.Tunnel?.DegradationWarning is { UsesLeft: 1 });
    }

    private async Task<LogInResponse> LogIn(string universe, string player, string? team = null)
    {
        var request = new LogInRequest { Universe = universe, Player = player, Username = $"Captain {player}", Ship = new() { Id = $"ship-{player}", Name = "Quickstrike", Type = "FAST_COURIER" } };
        if (team is not null)
        {
            request.Team = team;
        }

        return await _client.LogInAsync(request, Game);
    }

    private static async Task Denied<T>(Func<Metadata, AsyncUnaryCall<T>> call, Metadata wrong)
    {
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(async () => await call([]))).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await call(wrong))).StatusCode);
    }

    private static async Task Refused<T>(Func<AsyncUnaryCall<T>> call, StatusCode code, string? field, string? reason)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, field, reason), (refusal.StatusCode, refusal.Trailers.GetValue("field"), refusal.Trailers.GetValue("reason")));
    }
}
