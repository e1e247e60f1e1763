using OrleansGameState.Gateway.Rpc;
using OrleansGameState.Gateway.Sectors.V1;
using Grpc.Core;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What game servers tell.</summary>
internal sealed partial class SectorRpc
{
    public override async Task<LogInResponse> LogIn(LogInRequest request, ServerCallContext context)
    {
        var grain = PlayerGrain(request.Universe, request.Player);
        var command = LogInOf(request);
        var isNew = (await grain.GetSnapshot()).State.Profile is null;
        return new() { Player = await Done(grain, command), IsNew = isNew };
    }

    public override async Task<MoveResponse> Move(MoveRequest request, ServerCallContext context)
    {
        var grain = PlayerGrain(request.Universe, request.Player);
        Pass(SectorChecks.Id("move_id", request.MoveId) ?? SectorChecks.Id(SectorEntities.To, request.To));
        var answer = await grain.Move(new(request.MoveId, request.To, request.Via switch
        {
            MoveVia.Unspecified => null,
            MoveVia.Warp => Domain.MoveVia.Warp,
            MoveVia.Tunnel => Domain.MoveVia.Tunnel,
            var other => throw Refusals.Invalid("via", $"via is {(int)other}; it is 0, 1 or 2."),
        }));
        Pass(answer.Rejection);
        return SectorMessages.Of(answer, answer.Moved!);
    }

    public override Task<Player> Teleport(TeleportRequest request, ServerCallContext context)
    {
        var grain = PlayerGrain(request.Universe, request.Player);
        Pass(SectorChecks.Id(SectorEntities.From, request.From) ?? SectorChecks.Id(SectorEntities.To, request.To));
        return Done(grain, new Domain.Teleport(request.From, request.To));
    }

    public override Task<Player> Heartbeat(HeartbeatRequest request, ServerCallContext context) =>
        Done(PlayerGrain(request.Universe, request.Player), new Domain.Heartbeat());

    public override Task<Player> LogOut(LogOutRequest request, ServerCallContext context) =>
        Done(PlayerGrain(request.Universe, request.Player), new Domain.LogOut());

    public override Task<Player> Dock(DockRequest request, ServerCallContext context)
    {
        var grain = PlayerGrain(request.Universe, request.Player);
        Pass(SectorChecks.Id("port", request.Port));
        return Done(grain, new Domain.Dock(request.Port));
    }

    public override Task<Player> Undock(UndockRequest request, ServerCallContext context) =>
        Done(PlayerGrain(request.Universe, request.Player), new Domain.Undock());

    public override Task<Player> Land(LandRequest request, ServerCallContext context)
    {
        var grain = PlayerGrain(request.Universe, request.Player);
        Pass(SectorChecks.Id("planet", request.Planet));
        return Done(grain, new Domain.Land(request.Planet));
    }

    public override Task<Player> TakeOff(TakeOffRequest request, ServerCallContext context) =>
        Done(PlayerGrain(request.Universe, request.Player), new Domain.TakeOff());

    private static Domain.LogIn LogInOf(LogInRequest request)
    {
        var ship = request.Ship ?? throw Refusals.Invalid("ship", "ship is missing.");
        Pass(SectorChecks.Id("ship.id", ship.Id)
            ?? SectorChecks.Shown("username", request.Username, isNeeded: true)
            ?? SectorChecks.Shown("ship.name", ship.Name)
            ?? SectorChecks.Shown("ship.type", ship.Type)
            ?? (request.HasTeam ? SectorChecks.Id("team", request.Team) : null)
            ?? (request.HasStartSector ? SectorChecks.Id("start_sector", request.StartSector) : null)
            ?? (request.HasSession ? SectorChecks.Id("session", request.Session) : null));
        if (request.HasTurns && request.Turns is < 0 or > SectorChecks.MostTurns)
        {
            throw Refusals.Invalid("turns", $"turns is {request.Turns}; it is a number from 0 to {SectorChecks.MostTurns}.");
        }

        return new(
            new(request.Username, request.HasTeam ? request.Team : null, new(ship.Id, ship.Name, ship.Type)),
            request.HasStartSector ? request.StartSector : null,
            request.HasTurns ? request.Turns : null,
            request.HasSession ? request.Session : null);
    }

    private static async Task<Player> Done(Domain.IPlayerGrain grain, Domain.PlayerCommand command)
    {
        Pass((await grain.Execute(command)).Rejections.FirstOrDefault());
        return SectorMessages.Of(await grain.GetSnapshot());
    }

    private Domain.IPlayerGrain PlayerGrain(string universe, string player) =>
        grains.GetGrain<Domain.IPlayerGrain>(Found(entities.Player(universe, player)).Key);
}
