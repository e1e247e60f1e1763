using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Rpc;
using OrleansGameState.Gateway.Territory.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>Territory over gRPC.</summary>
internal sealed class TerritoryRpc(IGrainFactory grains, WorldKind worlds, ZoneKind zones, TerritoryReads reads, RpcWatch live)
    : TerritoryService.TerritoryServiceBase
{
    // The same snapshot gives the same message; it is never changed once made.
    private readonly ConditionalWeakTable<Snapshot<ZoneState>, Zone> _zones = [];
    private readonly ConditionalWeakTable<Snapshot<ZoneState>, byte[]> _zoneBytes = [];

    public override async Task<ListWorldsResponse> ListWorlds(ListWorldsRequest request, ServerCallContext context) =>
        new() { Worlds = { (await reads.Worlds()).Select(TerritoryMessages.Of) } };

    public override async Task<World> GetWorld(GetWorldRequest request, ServerCallContext context)
    {
        var world = WorldOf(request.WorldId);
        if (request.At is { } at)
        {
            return TerritoryMessages.Of(await RpcArguments.StateAt(grains.GetGrain<IWorldGrain>(world.Key), world, "world_id", at));
        }

        var status = await grains.GetGrain<IWorldGrain>(world.Key).GetStatus();
        return status.Snapshot.Sequence > 0 ? TerritoryMessages.Of(status) : throw Unknown(world, "world_id");
    }

    /// <summary>GetZone, with the answer's bytes (<see cref="ReadyZones"/>).</summary>
    public Task<byte[]> GetReadyZone(GetZoneRequest request, ServerCallContext context)
    {
        var zone = ZoneOf(request.WorldId, request.ZoneId);
        return request.At is null ? Ready(zone) : Past(zone, request.At);
    }

    public override async Task<ListZoneEventsResponse> ListZoneEvents(ListZoneEventsRequest request, ServerCallContext context)
    {
        var zone = ZoneOf(request.WorldId, request.ZoneId);
        var (from, to) = RpcArguments.Bounds(request.From, request.To);
        var page = await EventPages.Read(zone, from, to, RpcArguments.After(request.After), RpcArguments.Limit(request.HasLimit, request.Limit));
        return page.Latest > 0
            ? new() { Events = { page.Events.Select(TerritoryMessages.ZoneEventOf) }, Oldest = page.Oldest, Latest = page.Latest }
            : throw Unknown(zone, "zone_id");
    }

    public override async Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context)
    {
        var page = await grains.GetGrain<ISystemLogGrain>(TerritoryKeys.System)
            .Read(RpcArguments.Position(request.After), RpcArguments.Limit(request.HasLimit, request.Limit));
        return new() { Events = { page.Events.Select(TerritoryMessages.SystemEventOf) }, Next = page.Next.ToString(), Truncated = page.IsTruncated };
    }

    public override Task WatchZone(WatchZoneRequest request, IServerStreamWriter<WatchZoneResponse> responseStream, ServerCallContext context) => live.Serve(
        ZoneOf(request.WorldId, request.ZoneId),
        "zone_id",
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = MessageOf((Snapshot<ZoneState>)view.Source) },
        delta => delta.Message(envelope => new WatchZoneResponse { Event = TerritoryMessages.ZoneEventOf(envelope) }),
        context);

    public override Task WatchWorld(WatchWorldRequest request, IServerStreamWriter<WatchWorldResponse> responseStream, ServerCallContext context) => live.Serve(
        WorldOf(request.WorldId),
        "world_id",
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = TerritoryMessages.Of((WorldStatus)view.Source) },
        delta => delta.Message(envelope => new WatchWorldResponse { Event = TerritoryMessages.WorldEventOf(envelope) }),
        context);

    private async Task<byte[]> Ready(Entity zone)
    {
        var snapshot = await grains.GetGrain<IZoneGrain>(zone.Key).GetSnapshot();
        return snapshot.Sequence > 0
            ? _zoneBytes.GetValue(snapshot, made => MessageOf(made).ToByteArray())
            : throw Unknown(zone, "zone_id");
    }

    private async Task<byte[]> Past(Entity zone, Timestamp at) =>
        TerritoryMessages.Of(await RpcArguments.StateAt(grains.GetGrain<IZoneGrain>(zone.Key), zone, "zone_id", at)).ToByteArray();

    private static RpcException Unknown(Entity entity, string field) => Refusals.NotFound(field, $"Nothing was ever told of {entity.Topic}.");

    private Zone MessageOf(Snapshot<ZoneState> snapshot) => _zones.GetValue(snapshot, TerritoryMessages.Of);

    private Entity WorldOf(int worldId) => new(worlds, TerritoryKeys.World(Checked(worldId)), TerritoryTopics.World(worldId));

    private Entity ZoneOf(int worldId, uint zoneId) => zoneId > 0
        ? new(zones, TerritoryKeys.Zone(Checked(worldId), zoneId), TerritoryTopics.Zone(worldId, zoneId))
        : throw Refusals.Invalid("zone_id", $"zone_id is {zoneId}; it is a number from 1.");

    private static int Checked(int worldId) => worldId > 0
        ? worldId
        : throw Refusals.Invalid("world_id", $"world_id is {worldId}; it is a number from 1.");
}
