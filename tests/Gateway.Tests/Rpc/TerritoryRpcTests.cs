using Grpc.Core;
using OrleansGameState.Gateway.Territory.V1;
using OrleansGameState.Grains.Interfaces.Territory;
using Faction = OrleansGameState.Gateway.Territory.V1.Faction;
using ZoneStatus = OrleansGameState.Gateway.Territory.V1.ZoneStatus;

namespace OrleansGameState.Gateway.Tests.Rpc;

[Collection(SharedGateway.Name)]
public sealed class TerritoryRpcTests(SharedGateway shared)
{
    private readonly TerritoryService.TerritoryServiceClient _client = new(shared.Host.Channel);

    [Fact]
    public async Task GetZone_AfterACapture_ShowsIt()
    {
        await Continent.Settle(shared.Host, 401);
        var latest = await Continent.Fight(shared.Host, 401, 1);

        var zone = await _client.GetZoneAsync(new() { WorldId = 401, ZoneId = 2 });

        var quarry = zone.Facilities.Single(facility => facility.FacilityId == 104);
        Assert.Equal(latest, zone.Sequence);
        Assert.Equal(ZoneStatus.Open, zone.Status);
        Assert.False(zone.HasLockedBy);
        Assert.Equal(Faction.NewConglomerate, quarry.Faction);
        Assert.Equal(37509488620604883, quarry.OutfitId);
        Assert.Equal(Continent.Noon.AddMinutes(1), quarry.CapturedAt.ToDateTimeOffset());
        Assert.Equal(4, zone.Links.Count);
        Assert.Equal("2026-11-20", zone.MapVersion);
    }

    [Fact]
    public async Task GetWorldAndListWorlds_AfterItWasDescribed_ShowIt()
    {
        await shared.Host.World(402).Execute(new DescribeWorld("Osprey"));
        await shared.Host.Delivered(shared.Host.World(402));

        var world = await _client.GetWorldAsync(new() { WorldId = 402 });
        var worlds = await _client.ListWorldsAsync(new());

        Assert.Equal("Osprey", world.Name);
        Assert.False(world.HasOnline);
        Assert.Equal(3, world.CapturesLastHour.Count);
        Assert.Contains(worlds.Worlds, listed => listed.WorldId == 402);
    }

    [Fact]
    public async Task ListZoneEvents_AfterASequence_HoldsTheRest()
    {
        var settled = await Continent.Settle(shared.Host, 403);
        var latest = await Continent.Fight(shared.Host, 403, 5);

        var page = await _client.ListZoneEventsAsync(new() { WorldId = 403, ZoneId = 2, After = settled, Limit = 3 });

        Assert.Equal([settled + 1, settled + 2, settled + 3], page.Events.Select(fact => fact.Sequence));
        Assert.Equal(latest, page.Latest);
        Assert.All(page.Events, fact => Assert.Equal(104, fact.FacilityCaptured.FacilityId));
    }

    [Fact]
    public async Task WatchZone_FromTheStart_IsASnapshotThenEverySequenceOnce()
    {
        await Continent.Settle(shared.Host, 404);
        using var call = _client.WatchZone(new() { WorldId = 404, ZoneId = 2 });
        Assert.True(await call.ResponseStream.MoveNext(default));
        var snapshot = call.ResponseStream.Current.Snapshot;

        var latest = await Continent.Fight(shared.Host, 404, 10);

        await AssertEvents(call, snapshot.Sequence, latest);
    }

    [Fact]
    public async Task WatchZone_AfterASequence_Resumes()
    {
        var settled = await Continent.Settle(shared.Host, 405);
        var latest = await Continent.Fight(shared.Host, 405, 4);

        using var call = _client.WatchZone(new() { WorldId = 405, ZoneId = 2, After = settled });

        await AssertEvents(call, settled, latest);
    }

    [Fact]
    public async Task WatchWorld_WhenItIsDescribed_TellsIt()
    {
        await shared.Host.World(406).Execute(new DescribeWorld("Before"));
        using var call = _client.WatchWorld(new() { WorldId = 406 });
        Assert.True(await call.ResponseStream.MoveNext(default));
        Assert.Equal("Before", call.ResponseStream.Current.Snapshot.Name);

        await shared.Host.World(406).Execute(new DescribeWorld("After"));

        Assert.True(await call.ResponseStream.MoveNext(default));
        Assert.Equal("After", call.ResponseStream.Current.Event.WorldDescribed.Name);
    }

    [Fact]
    public async Task Calls_WithAWrongOrUnknownValue_NameTheField()
    {
        await AssertRefused(StatusCode.InvalidArgument, "world_id", () => _client.GetWorldAsync(new()).ResponseAsync);
        await AssertRefused(StatusCode.NotFound, "world_id", () => _client.GetWorldAsync(new() { WorldId = 997 }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "world_id", () => _client.GetZoneAsync(new() { WorldId = -1, ZoneId = 2 }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "zone_id", () => _client.GetZoneAsync(new() { WorldId = 1 }).ResponseAsync);
        await AssertRefused(StatusCode.NotFound, "zone_id", () => _client.GetZoneAsync(new() { WorldId = 997, ZoneId = 2 }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "limit", () => _client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2, Limit = 1001 }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "after", () => _client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2, After = -1 }).ResponseAsync);
        await AssertRefused(StatusCode.NotFound, "zone_id", () => _client.WatchZone(new() { WorldId = 997, ZoneId = 2 }).ResponseStream.MoveNext(default));
        await AssertRefused(StatusCode.NotFound, "world_id", () => _client.WatchWorld(new() { WorldId = 997 }).ResponseStream.MoveNext(default));
    }

    private static async Task AssertRefused(StatusCode code, string field, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(code, refusal.StatusCode);
        Assert.Equal(field, refusal.Trailers.GetValue("field"));
    }

    private static async Task AssertEvents(AsyncServerStreamingCall<WatchZoneResponse> call, long after, long latest)
    {
        for (var sequence = after + 1; sequence <= latest; sequence++)
        {
            Assert.True(await call.ResponseStream.MoveNext(default));
            Assert.Equal(sequence, call.ResponseStream.Current.Event.Sequence);
        }
    }
}
