using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Rpc;
using OrleansGameState.Gateway.Sectors.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;
using Path = OrleansGameState.Gateway.Sectors.V1.Path;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Universes, their sectors, players and tunnels over gRPC.</summary>
internal sealed partial class SectorRpc(
    IGrainFactory grains,
    SectorEntities entities,
    UniversePages universes,
    PlayerFollowers followers,
    RpcWatch live,
    RpcAnnouncements announced)
    : SectorService.SectorServiceBase
{
    // The same snapshot gives the same message; it is never changed once made.
    private readonly ConditionalWeakTable<Snapshot<Domain.SectorState>, Sector> _sectors = [];

    /// <summary>The scope that a method asks for, by its name; null where it is open. What is no read is a command.</summary>
    public static string? ScopeOf(string method) => method switch
    {
        nameof(Scan) or nameof(FindPath) => null,
        nameof(Teleport) or nameof(Sweep) => Scopes.Admin,
        _ when method.StartsWith("Get", StringComparison.Ordinal) || method.StartsWith("List", StringComparison.Ordinal) || method.StartsWith("Watch", StringComparison.Ordinal) => null,
        _ => Scopes.SectorsWrite,
    };

    public override async Task<ListUniversesResponse> ListUniverses(ListUniversesRequest request, ServerCallContext context) => new()
    {
        Universes =
        {
            (await universes.List()).Select(universe => new UniverseSummary
            {
                Universe = universe.Universe,
                Sectors = universe.Sectors,
                ImportPhase = (ImportPhase)universe.ImportPhase,
            }),
        },
    };

    public override async Task<Universe> GetUniverse(GetUniverseRequest request, ServerCallContext context)
    {
        var entity = Found(entities.Universe(request.Universe));
        var grain = grains.GetGrain<Domain.IUniverseGrain>(entity.Key);
        if (request.At is { } at)
        {
            return SectorMessages.Of(new Domain.UniverseStatus(await RpcArguments.StateAt(grain, entity, SectorEntities.UniverseField, at), 0, 0));
        }

        var status = await grain.GetStatus();
        return status.Snapshot.Sequence > 0 ? SectorMessages.Of(status) : throw Unknown(entity, SectorEntities.UniverseField);
    }

    public override async Task<Sector> GetSector(GetSectorRequest request, ServerCallContext context) =>
        MessageOf(await Read(grains.GetGrain<Domain.ISectorGrain>, Found(entities.Sector(request.Universe, request.Sector)), SectorEntities.SectorField, request.At));

    public override async Task<Player> GetPlayer(GetPlayerRequest request, ServerCallContext context) =>
        SectorMessages.Of(await Read(grains.GetGrain<Domain.IPlayerGrain>, Found(entities.Player(request.Universe, request.Player)), SectorEntities.PlayerField, request.At));

    public override async Task<Tunnel> GetTunnel(GetTunnelRequest request, ServerCallContext context) =>
        SectorMessages.Of(await Read(grains.GetGrain<Domain.IWarpTunnelGrain>, Found(entities.Tunnel(request.Universe, request.From, request.To)), SectorEntities.TunnelField, request.At));

    public override async Task<Presence> GetPresence(GetPresenceRequest request, ServerCallContext context)
    {
        var universe = await KnownUniverse(request.Universe);
        return SectorMessages.Of(universe, await grains.GetGrain<Domain.IPresenceGrain>(universe).Read());
    }

    public override async Task<ScanResponse> Scan(ScanRequest request, ServerCallContext context)
    {
        Found(entities.Sector(request.Universe, request.Sector));
        var depth = request.HasDepth ? request.Depth : 1;
        if (depth is < 0 or > SectorChecks.DeepestScan)
        {
            throw Refusals.Invalid("depth", $"depth is {depth}; it is a number from 0 to {SectorChecks.DeepestScan}.");
        }

        var answer = await grains.GetGrain<Domain.IUniverseMapGrain>(Domain.SectorKeys.Map(request.Universe)).Scan(request.Sector, depth);
        Pass(answer.Rejection);
        return new()
        {
            MapVersion = answer.MapVersion,
            Sectors = { answer.Sectors.Select(found => new ScannedSector { Distance = found.Distance, Sector = MessageOf(found.Sector) }) },
        };
    }

    public override async Task<Path> FindPath(FindPathRequest request, ServerCallContext context)
    {
        Found(entities.Universe(request.Universe));
        Pass(SectorChecks.Id(SectorEntities.From, request.From) ?? SectorChecks.Id(SectorEntities.To, request.To) ?? SectorChecks.Avoided(request.Avoid));
        var answer = await grains.GetGrain<Domain.IUniverseMapGrain>(Domain.SectorKeys.Map(request.Universe)).FindPath(request.From, request.To, [.. request.Avoid]);
        Pass(answer.Rejection);
        return new()
        {
            Turns = answer.Turns,
            MapVersion = answer.MapVersion,
            Steps = { answer.Steps.Select(step => new PathStep { To = step.To, Via = PartMessages.Via(step.Via), TurnCost = step.TurnCost }) },
        };
    }

    public override async Task<ListSectorEventsResponse> ListSectorEvents(ListSectorEventsRequest request, ServerCallContext context)
    {
        var page = await Events(Found(entities.Sector(request.Universe, request.Sector)), SectorEntities.SectorField, request.From, request.To, request.After, request.HasLimit, request.Limit);
        return new() { Events = { page.Events.Select(SectorEventMessages.SectorOf) }, Oldest = page.Oldest, Latest = page.Latest };
    }

    public override async Task<ListPlayerEventsResponse> ListPlayerEvents(ListPlayerEventsRequest request, ServerCallContext context)
    {
        var page = await Events(Found(entities.Player(request.Universe, request.Player)), SectorEntities.PlayerField, request.From, request.To, request.After, request.HasLimit, request.Limit);
        return new() { Events = { page.Events.Select(PlayerEventMessages.Of) }, Oldest = page.Oldest, Latest = page.Latest };
    }

    public override async Task<ListTunnelEventsResponse> ListTunnelEvents(ListTunnelEventsRequest request, ServerCallContext context)
    {
        var tunnel = Found(entities.Tunnel(request.Universe, request.FromSector, request.ToSector));
        var page = await Events(tunnel, SectorEntities.TunnelField, request.From, request.To, request.After, request.HasLimit, request.Limit);
        return new() { Events = { page.Events.Select(SectorEventMessages.TunnelOf) }, Oldest = page.Oldest, Latest = page.Latest };
    }

    public override async Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context)
    {
        var page = await grains.GetGrain<ISystemLogGrain>(Domain.SectorKeys.System)
            .Read(RpcArguments.Position(request.After), RpcArguments.Limit(request.HasLimit, request.Limit));
        return new() { Events = { page.Events.Select(SectorEventMessages.SystemOf) }, Next = page.Next.ToString(), Truncated = page.IsTruncated };
    }

    public override async Task<SweepResponse> Sweep(SweepRequest request, ServerCallContext context) =>
        new() { Report = PartMessages.Of(await grains.GetGrain<Domain.IUniverseGrain>(await KnownUniverse(request.Universe)).Sweep()) };

    private static Entity Found((Entity? Entity, Problem? Problem) found) => found.Entity ?? throw Refusals.Of(found.Problem!);

    private static RpcException Unknown(Entity entity, string field) => Refusals.Of(SectorProblems.Unknown(entity, field));

    private static void Pass(Problem? problem)
    {
        if (problem is not null)
        {
            throw Refusals.Of(problem);
        }
    }

    private static void Pass(Rejection? rejection) => Pass(rejection is null ? null : SectorProblems.Of(rejection));

    private static async Task<Snapshot<TState>> Read<TState>(Func<string, string?, IEntityGrain<TState>> grain, Entity entity, string field, Timestamp? at)
        where TState : class
    {
        if (at is not null)
        {
            return await RpcArguments.StateAt(grain(entity.Key, null), entity, field, at);
        }

        var snapshot = await grain(entity.Key, null).GetSnapshot();
        return snapshot.Sequence > 0 ? snapshot : throw Unknown(entity, field);
    }

    private static async Task<EventPage> Events(Entity entity, string field, Timestamp? from, Timestamp? to, long after, bool hasLimit, int limit)
    {
        var (start, end) = RpcArguments.Bounds(from, to);
        var page = await EventPages.Read(entity, start, end, RpcArguments.After(after), RpcArguments.Limit(hasLimit, limit));
        return page.Latest > 0 ? page : throw Unknown(entity, field);
    }

    private async Task<string> KnownUniverse(string universe)
    {
        var entity = Found(entities.Universe(universe));
        var snapshot = await grains.GetGrain<Domain.IUniverseGrain>(entity.Key).GetSnapshot();
        return snapshot.Sequence > 0 ? entity.Key : throw Unknown(entity, SectorEntities.UniverseField);
    }

    private Sector MessageOf(Snapshot<Domain.SectorState> snapshot) => _sectors.GetValue(snapshot, SectorMessages.Of);
}
