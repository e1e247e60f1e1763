using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Tests.Territory;

/// <summary>
/// A host whose commits bear known times: the map of world 1 is settled at noon, and its quarry changes hands at each full
/// minute after, twenty times. World 2 has more events than are kept.
/// </summary>
public sealed class History : IAsyncLifetime
{
    public const string Zone = "/api/v1/territory/worlds/1/zones/2";

    private readonly SteppedClock _clock = new(Continent.Noon);

    public GatewayHost Host { get; private set; } = null!;

    /// <summary>The sequence of world 1's zone at noon.</summary>
    public long Settled { get; private set; }

    /// <summary>Its sequence now; each minute one more.</summary>
    public long Latest => Settled + 20;

    public static DateTimeOffset Minute(double minutes) => Continent.Noon.AddMinutes(minutes);

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string?> { ["Storage:Memory:EventsPerEntity"] = "100" };
        Host = await GatewayHost.Start(settings, builder => builder.Services.AddSingleton<TimeProvider>(_clock));
        await Host.World(1).Execute(new DescribeWorld("Harrow"));
        Settled = await SettleWithItsWorld(1);
        for (var minute = 1; minute <= 20; minute++)
        {
            _clock.Set(Minute(minute));
            await Continent.Fight(Host, 1, 1, minute);
        }

        // Its lease would not have outlived the minutes.
        var directory = await Listener.Of(Host, Host.Grains.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory));
        await Host.World(1).Execute(new DescribeWorld("Harrow Reborn"));
        await SettleWithItsWorld(2);
        await directory.Hears<WorldListed>(listed => listed.Name == "Harrow Reborn");
        await directory.Hears<WorldListed>(listed => listed.WorldId == 2);
        for (var minute = 21; minute <= 140; minute++)
        {
            _clock.Set(Minute(minute));
            await Continent.Fight(Host, 2, 1, minute);
        }
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public async Task<JsonElement> Get(string path)
    {
        var response = await Host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<(int Status, JsonElement Problem)> Refused(string path)
    {
        var response = await Host.Client.GetAsync(path);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    // What a zone owes its world is written behind the zone's answer; it is to bear the time of that.
    private async Task<long> SettleWithItsWorld(int worldId)
    {
        var world = await Listener.Of(Host, Host.World(worldId));
        var sequence = await Continent.Settle(Host, worldId);
        await world.Hears<ZoneReported>(reported => reported.Zone.Status == ZoneStatus.Open);
        return sequence;
    }
}
