using Grpc.Core;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.Rpc;
using OrleansGameState.Gateway.Sectors.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using Domain = OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>What is told as it happens.</summary>
internal sealed partial class SectorRpc
{
    public override Task WatchSector(WatchSectorRequest request, IServerStreamWriter<WatchSectorResponse> responseStream, ServerCallContext context) => live.Serve(
        Found(entities.Sector(request.Universe, request.Sector)),
        SectorEntities.SectorField,
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = MessageOf((Snapshot<Domain.SectorState>)view.Source) },
        delta => new() { Event = delta.Message(SectorEventMessages.SectorOf) },
        context);

    public override Task WatchPlayer(WatchPlayerRequest request, IServerStreamWriter<WatchPlayerResponse> responseStream, ServerCallContext context)
    {
        Found(entities.Player(request.Universe, request.Player));
        return live.Follow(
            outbox => followers.Follow(request.Universe, request.Player, outbox),
            SectorTopics.Me(request.Universe, request.Player),
            SectorEntities.PlayerField,
            responseStream,
            FollowedOf,
            context);
    }

    public override Task WatchTunnel(WatchTunnelRequest request, IServerStreamWriter<WatchTunnelResponse> responseStream, ServerCallContext context) => live.Serve(
        Found(entities.Tunnel(request.Universe, request.From, request.To)),
        SectorEntities.TunnelField,
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = SectorMessages.Of((Snapshot<Domain.WarpTunnelState>)view.Source) },
        delta => new() { Event = delta.Message(SectorEventMessages.TunnelOf) },
        context);

    public override Task WatchUniverse(WatchUniverseRequest request, IServerStreamWriter<WatchUniverseResponse> responseStream, ServerCallContext context) => live.Serve(
        Found(entities.Universe(request.Universe)),
        SectorEntities.UniverseField,
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = SectorMessages.Of((Domain.UniverseStatus)view.Source) },
        delta => new() { Event = delta.Message(SectorEventMessages.UniverseOf) },
        context);

    public override Task WatchMoves(WatchMovesRequest request, IServerStreamWriter<WatchMovesResponse> responseStream, ServerCallContext context) => announced.Serve(
        [SectorTopics.Moves(Found(entities.Universe(request.Universe)).Key)],
        responseStream,
        announcement => announcement.Message(told => told.Envelope.Event is Domain.PlayerEvent
            ? new WatchMovesResponse { Player = PlayerEventMessages.Of(told.Envelope) }
            : new WatchMovesResponse { Tunnel = SectorEventMessages.TunnelOf(told.Envelope) }),
        context);

    private WatchPlayerResponse? FollowedOf(Delivery delivery) => delivery switch
    {
        Delivery.Snapshot { View.Source: Snapshot<Domain.PlayerState> player } => new() { Player = SectorMessages.Of(player) },
        Delivery.Snapshot { View.Source: Snapshot<Domain.SectorState> sector } => new() { Sector = MessageOf(sector) },
        Delivery.Event { Delta: { Envelope.Event: Domain.PlayerEvent } delta } => new() { PlayerEvent = delta.Message(PlayerEventMessages.Of) },
        Delivery.Event { Delta: { Envelope.Event: Domain.SectorEvent } delta } => new() { SectorEvent = delta.Message(SectorEventMessages.SectorOf) },
        _ => null,
    };
}
