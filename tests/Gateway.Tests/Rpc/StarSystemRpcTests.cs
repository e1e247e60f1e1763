using Grpc.Core;
using OrleansGameState.Gateway.StarSystems.V1;
using OrleansGameState.Gateway.Tests.StarSystems;
using OrleansGameState.Grains.Interfaces.StarSystems;
using static OrleansGameState.Gateway.Tests.StarSystems.AnnouncedFacts;
using GalaxyTickStanding = OrleansGameState.Gateway.StarSystems.V1.GalaxyTickStanding;
using TickPass = OrleansGameState.Gateway.StarSystems.V1.TickPass;
using TickSource = OrleansGameState.Gateway.StarSystems.V1.TickSource;

namespace OrleansGameState.Gateway.Tests.Rpc;

[Collection(SharedGateway.Name)]
public sealed class StarSystemRpcTests(SharedGateway shared)
{
    private readonly StarSystemService.StarSystemServiceClient _client = new(shared.Host.Channel);

    [Fact]
    public async Task GetSystem_ThatTicked_ShowsItsFactionsAndTheTick()
    {
        await shared.Host.See(501, Systems.Noon, 0.6m);
        var sequence = await shared.Host.See(501, Systems.Noon.AddHours(2), 0.62m);

        var system = await _client.GetSystemAsync(new() { SystemAddress = 501 });

        Assert.Equal(("Rana 501", sequence), (system.Name, system.Sequence));
        Assert.Equal(Systems.Noon.AddHours(2), system.ObservedAt.ToDateTimeOffset());
        Assert.Equal((6.5, -28, 0), (system.Position.X, system.Position.Y, system.Position.Z));
        Assert.False(system.HasIsColony);
        var ruler = system.Factions.Single(faction => faction.IsControlling);
        Assert.Equal(("Rana 501 Council", 0.62, 0.6, true), (ruler.Name, ruler.Influence, ruler.PreviousInfluence, ruler.IsNative));
        Assert.Equal("Hooke Dock", Assert.Single(system.Conflicts).Second.Stake);
        Assert.Equal((TickPass.Inf, 120, 0.02), (system.LastTick.Metrics.TickPass, system.LastTick.TimeGapMins, system.LastTick.Metrics.CmfInfDrop));
        Assert.Equal(TickSource.Observed, system.LastTick.Source);
    }

    [Fact]
    public async Task TicksInfluenceNamesAndFactions_OfASystem_AreTold()
    {
        await shared.Host.See(502, Systems.Noon, 0.6m);
        await shared.Host.See(502, Systems.Noon.AddHours(2), 0.62m);
        await shared.Host.See(502, Systems.Noon.AddHours(26), 0.64m);
        await shared.Host.Delivered(shared.Host.System(502));

        var first = await _client.ListSystemTicksAsync(new() { SystemAddress = 502, Limit = 1 });
        var rest = await _client.ListSystemTicksAsync(new() { SystemAddress = 502, After = first.Next });
        var influence = await _client.GetInfluenceAsync(new() { SystemAddress = 502 });
        var named = await _client.FindSystemsAsync(new() { Name = "RANA 502" });
        var faction = await _client.ListFactionSystemsAsync(new() { Name = "rana 502 council" });

        Assert.True(first.HasNext);
        Assert.False(rest.HasNext);
        Assert.True(Assert.Single(rest.Ticks).Sequence > Assert.Single(first.Ticks).Sequence);
        Assert.Equal(3, influence.Times.Count);
        Assert.Equal([0.6, 0.62, 0.64], influence.Factions[0].Points.Select(point => point.Influence));
        Assert.Equal([0, 1, 2], influence.Factions[0].Points.Select(point => point.Time));
        Assert.Equal((502, "Rana 502"), Assert.Single(named.Systems.Select(system => (system.SystemAddress, system.Name))));
        Assert.Equal(("Rana 502 Council", 502, 0.64), (faction.Faction, Assert.Single(faction.Systems).SystemAddress, faction.Systems[0].Influence));
    }

    [Fact]
    public async Task WatchSystem_FromBeforeATick_HasItNext()
    {
        var before = await shared.Host.See(503, Systems.Noon, 0.6m);
        using var watch = _client.WatchSystem(new() { SystemAddress = 503 });
        await watch.ResponseStream.MoveNext();
        var snapshot = watch.ResponseStream.Current.Snapshot;

        await shared.Host.See(503, Systems.Noon.AddHours(2), 0.62m);
        await watch.ResponseStream.MoveNext();
        var ticked = watch.ResponseStream.Current.Event;

        Assert.Equal(before, snapshot.Sequence);
        Assert.Equal(before + 1, ticked.Sequence);
        Assert.Equal(0.62, ticked.SystemTicked.Tick.Metrics.CmfInf);
        Assert.Equal(3, ticked.SystemTicked.Observation.Factions.Count);
    }

    [Fact]
    public async Task WatchTicks_OfSomeTopics_HasTheirMessages()
    {
        using var watch = _client.WatchTicks(new() { Topics = { "GalaxyTick", "FactionExpandedFrom", "GalaxyTickRevised" } });
        await watch.ResponseHeadersAsync;

        await shared.Host.Announce(OfSystem(9467047650729, 53, Ticked(FeedExamples.Wolf)));
        await shared.Host.Announce(OfSystem(9468120868281, 54, FeedExamples.Expansion));
        await shared.Host.Announce(OfGalaxy(1_000_007, new GalaxyTickCalled(Tick.StartedAt, Tick)));
        await shared.Host.Announce(OfGalaxy(1_000_008, new Grains.Interfaces.StarSystems.GalaxyTickRevised(Tick.StartedAt, Tick, "confirmed")));
        var told = new List<WatchTicksResponse>();
        while (told.Count < 3 && await watch.ResponseStream.MoveNext())
        {
            told.Add(watch.ResponseStream.Current);
        }

        Assert.Equal(0.1383, told[0].FactionExpandedFrom.InfDrop);
        Assert.Equal("Wolf 497", told[1].GalaxyTick.System);
        Assert.Equal(0.13527, told[1].GalaxyTick.Metrics.LockedInf);
        Assert.Equal(("20260516T1420Z", GalaxyTickStanding.Confirmed, "confirmed"), (told[2].GalaxyTickRevised.Tick.Id, told[2].GalaxyTickRevised.Tick.Standing, told[2].GalaxyTickRevised.Reason));
    }

    [Fact]
    public async Task Galaxy_IsThereBeforeAnythingWasTold()
    {
        var galaxy = await _client.GetGalaxyAsync(new());
        using var watch = _client.WatchGalaxy(new());
        await watch.ResponseStream.MoveNext();

        Assert.NotNull(galaxy.AsOf);
        Assert.Equal(WatchGalaxyResponse.UpdateOneofCase.Snapshot, watch.ResponseStream.Current.UpdateCase);
    }

    [Fact]
    public async Task ListEvents_OfTheWholeSystem_HasIndicesToo()
    {
        await shared.Host.See(504, Systems.Noon, 0.6m);
        await shared.Host.Delivered(shared.Host.System(504));

        var (events, after) = (new List<SystemEvent>(), "");
        while (await _client.ListEventsAsync(new() { After = after, Limit = 1000 }) is { Events.Count: > 0 } page)
        {
            events.AddRange(page.Events);
            after = page.Next;
        }

        Assert.Contains(events, fact => fact.Topic == "starsystems/504" && fact.StarSystem.SystemObserved is not null);
        Assert.Contains(events, fact => fact.Topic == "starsystems/name/rana 504" && fact.Index is { SystemAddress: 504, Name: "Rana 504" });
    }

    [Fact]
    public async Task Calls_ThatCannotBeMeant_NameTheField()
    {
        await Refused(() => _client.GetSystemAsync(new() { SystemAddress = -1 }), StatusCode.InvalidArgument, "system_address");
        await Refused(() => _client.GetSystemAsync(new() { SystemAddress = 999 }), StatusCode.NotFound, "system_address");
        await Refused(() => _client.ListSystemTicksAsync(new() { SystemAddress = 999 }), StatusCode.NotFound, "system_address");
        await Refused(() => _client.ListSystemTicksAsync(new() { SystemAddress = 999, Limit = 0 }), StatusCode.InvalidArgument, "limit");
        await Refused(() => _client.GetInfluenceAsync(new() { SystemAddress = 999 }), StatusCode.NotFound, "system_address");
        await Refused(() => _client.FindSystemsAsync(new()), StatusCode.InvalidArgument, "name");
        await Refused(() => _client.ListFactionSystemsAsync(new() { Name = "nobody" }), StatusCode.NotFound, "name");
        await Refused(() => _client.ListEventsAsync(new() { After = "x" }), StatusCode.InvalidArgument, "after");
        using var watch = _client.WatchTicks(new() { Topics = { "Weather" } });
        var refusal = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.InvalidArgument, "topics"), (refusal.StatusCode, refusal.Trailers.GetValue("field")));
    }

    private static async Task Refused<T>(Func<AsyncUnaryCall<T>> call, StatusCode code, string field)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, field), (refusal.StatusCode, refusal.Trailers.GetValue("field")));
    }
}
