using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OrleansGameState.Gateway.Territory.V1;

namespace OrleansGameState.Gateway.Tests.Territory;

public sealed class PastRpcTests(History history) : IClassFixture<History>
{
    private TerritoryService.TerritoryServiceClient Client => new(history.Host.Channel);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0)]
    [InlineData(7, 7)]
    [InlineData(20, 20)]
    [InlineData(99999, 20)]
    public async Task GetZone_AtAnInstant_IsAsItWasThen(double minute, int minutes)
    {
        var zone = await Client.GetZoneAsync(new() { WorldId = 1, ZoneId = 2, At = At(minute) });

        Assert.Equal(history.Settled + minutes, zone.Sequence);
        Assert.Equal(History.Minute(minutes), zone.AsOf.ToDateTimeOffset());
        Assert.Equal(minutes % 2 == 1 ? Faction.NewConglomerate : Faction.VanuSovereignty, zone.Facilities.Single(facility => facility.FacilityId == 104).Faction);
    }

    [Fact]
    public async Task GetWorld_AtAnInstant_HasItsStateAndNothingMeasured()
    {
        var world = await Client.GetWorldAsync(new() { WorldId = 1, At = At(19) });

        Assert.Equal("Harrow", world.Name);
        Assert.Empty(world.CapturesLastHour);
        Assert.Null(world.Feed);
    }

    [Fact]
    public async Task ListZoneEvents_BetweenTwoInstants_AreThoseCommittedThen()
    {
        var page = await Client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2, From = At(3), To = At(9), After = history.Settled + 4, Limit = 3 });
        var open = await Client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2, From = At(19) });

        Assert.Equal([5, 6, 7], page.Events.Select(fact => fact.Sequence - history.Settled));
        Assert.Equal([19, 20], open.Events.Select(fact => fact.Sequence - history.Settled));
    }

    [Fact]
    public async Task ListEvents_FollowedByNext_AreTheSystemsInOrder()
    {
        var (zone, world, directory, next) = (new List<long>(), new List<long>(), new List<long>(), "");
        while (true)
        {
            var page = await Client.ListEventsAsync(new() { After = next, Limit = 11 });
            Assert.False(page.Truncated);
            if (page.Events.Count == 0)
            {
                break;
            }

            next = page.Next;
            zone.AddRange(page.Events.Where(fact => fact.Topic == "territory/1/2").Select(fact => fact.Zone.Sequence));
            world.AddRange(page.Events.Where(fact => fact.Topic == "territory/1").Select(fact => fact.World.Sequence));
            directory.AddRange(page.Events.Where(fact => fact.Topic == "territory").Select(fact => fact.Directory.Sequence));
        }

        Assert.Equal(Enumerable.Range(1, (int)history.Latest).Select(sequence => (long)sequence), zone);
        Assert.Equal(Enumerable.Range(1, world.Count).Select(sequence => (long)sequence), world);
        Assert.Equal(Enumerable.Range(1, directory.Count).Select(sequence => (long)sequence), directory);
        Assert.NotEmpty(world);
    }

    [Fact]
    public async Task Calls_AskingForWhatIsNotThere_NameTheField()
    {
        var early = await AssertRefused(StatusCode.NotFound, "at", () => Client.GetZoneAsync(new() { WorldId = 1, ZoneId = 2, At = At(-1) }).ResponseAsync);
        var gone = await AssertRefused(StatusCode.NotFound, "at", () => Client.GetZoneAsync(new() { WorldId = 2, ZoneId = 2, At = At(20) }).ResponseAsync);
        await AssertRefused(StatusCode.NotFound, "at", () => Client.GetWorldAsync(new() { WorldId = 1, At = At(-1) }).ResponseAsync);
        await AssertRefused(StatusCode.NotFound, "zone_id", () => Client.GetZoneAsync(new() { WorldId = 9, ZoneId = 2, At = At(1) }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "at", () => Client.GetZoneAsync(new() { WorldId = 1, ZoneId = 2, At = NoInstant }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "at", () => Client.GetWorldAsync(new() { WorldId = 1, At = new() { Seconds = long.MaxValue } }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "from", () => Client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2, From = NoInstant }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "to", () => Client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2, From = At(2), To = At(1) }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "after", () => Client.ListEventsAsync(new() { After = "17" }).ResponseAsync);
        await AssertRefused(StatusCode.InvalidArgument, "limit", () => Client.ListEventsAsync(new() { Limit = 0 }).ResponseAsync);

        Assert.Equal("2026-11-20T12:00:00Z", early.Trailers.GetValue("since"));
        Assert.Contains("no longer kept", gone.Status.Detail, StringComparison.Ordinal);
    }

    private static Timestamp NoInstant => new() { Seconds = 1, Nanos = -1 };

    private static Timestamp At(double minute) => Timestamp.FromDateTimeOffset(History.Minute(minute));

    private static async Task<RpcException> AssertRefused(StatusCode code, string field, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, field), (refusal.StatusCode, refusal.Trailers.GetValue("field")));
        return refusal;
    }
}
