using System.Net;
using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using OrleansGameState.Gateway.Territory.V1;
using OrleansGameState.Gateway.Tests.Realtime;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Hosting;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Gateway.Tests.Faults;

/// <summary>What clients are told while the store is away.</summary>
public sealed class StoreAwayTests : IAsyncLifetime
{
    private GatewayHost _host = null!;
    private InterruptedStore _store = null!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start(configure: builder =>
        {
            builder.Services.AddSingleton(services => new InterruptedStore(services.GetRequiredService<MemoryEntityStore>()));
            builder.Services.AddSingleton<IEventLog>(services => services.GetRequiredService<InterruptedStore>());
            builder.Services.AddGrainStorage(EntityStorage.Name, (services, _) => services.GetRequiredService<InterruptedStore>());
        });
        _store = _host.Services.GetRequiredService<InterruptedStore>();
        await Continent.Settle(_host, 1);
        await Continent.Fight(_host, 1, 3);
        _store.IsAway = true;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/worlds/2")]
    [InlineData("/worlds/2/zones/2")]
    [InlineData("/worlds/2/zones/2/events")]
    [InlineData("/worlds/2/zones/2/stream")]
    [InlineData("/worlds/1/zones/2/events")]
    [InlineData("/worlds/1/zones/2/events?from=2026-11-20T12:00:00Z")]
    [InlineData("/worlds/1/zones/2?at=2001-01-01T00:00:00Z")]
    [InlineData("/events")]
    public async Task Http_WhereTheStoreIsNeeded_IsUnavailableForNow(string path)
    {
        var response = await _host.Client.GetAsync("/api/v1/territory" + path);
        var text = await response.Content.ReadAsStringAsync();
        var problem = JsonSerializer.Deserialize<JsonElement>(text);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.StartsWith("The store does not answer", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/worlds/1/zones/2")]
    [InlineData("/worlds/1/zones/2?at=2999-01-01T00:00:00Z")]
    [InlineData("/worlds/1/zones/2/events?after=999")]
    public async Task Http_OfWhatIsInMemory_GoesOn(string path)
    {
        var response = await _host.Client.GetAsync("/api/v1/territory" + path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Http_OnceTheStoreIsBack_AnswersAgain()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _host.Client.GetAsync("/api/v1/territory/worlds/2/zones/2")).StatusCode);

        _store.IsAway = false;

        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync("/api/v1/territory/worlds/2/zones/2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync("/api/v1/territory/events")).StatusCode);
    }

    [Fact]
    public async Task Grpc_WhereTheStoreIsNeeded_IsUnavailable()
    {
        var client = new TerritoryService.TerritoryServiceClient(_host.Channel);

        await AssertUnavailable(() => client.GetZoneAsync(new() { WorldId = 2, ZoneId = 2 }).ResponseAsync);
        await AssertUnavailable(() => client.GetZoneAsync(new() { WorldId = 1, ZoneId = 2, At = new() { Seconds = 1 } }).ResponseAsync);
        await AssertUnavailable(() => client.ListZoneEventsAsync(new() { WorldId = 1, ZoneId = 2 }).ResponseAsync);
        await AssertUnavailable(() => client.ListEventsAsync(new()).ResponseAsync);
        await AssertUnavailable(() => client.WatchZone(new() { WorldId = 2, ZoneId = 2 }).ResponseStream.MoveNext(default));
        Assert.Equal(1, (await client.GetZoneAsync(new() { WorldId = 1, ZoneId = 2 })).WorldId);
    }

    [Fact]
    public async Task Realtime_WhereTheStoreIsNeeded_IsUnavailableAndTheConnectionStays()
    {
        await using var client = await RealtimeClient.Connect(_host);

        var error = await client.Ask("""{"op":"subscribe","topic":"territory/2/2"}""");

        Assert.Equal("unavailable", error.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", error.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("snapshot", (await client.Ask("""{"op":"subscribe","topic":"territory/1/2"}""")).GetProperty("op").GetString());
    }

    [Fact]
    public async Task Command_ThatCannotBeWritten_FailsWithTheStoresAbsenceWithin()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Continent.Fight(_host, 1, 1, first: 10));

        Assert.True(Outage.IsStoreAway(failure), failure.ToString());
    }

    private static async Task AssertUnavailable(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.Unavailable, refusal.StatusCode);
        Assert.StartsWith("The store does not answer", refusal.Status.Detail, StringComparison.Ordinal);
    }
}
