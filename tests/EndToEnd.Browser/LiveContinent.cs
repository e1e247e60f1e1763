using OrleansGameState.EndToEnd.Fakes;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>The server on the tests' own continent, whose game services the test plays; it can be restarted in place.</summary>
internal sealed class LiveContinent : IAsyncDisposable
{
    private readonly PushService _push;
    private readonly RestService _rest;
    private PushConnection? _connection;

    private LiveContinent(PushService push, RestService rest) => (_push, _rest) = (push, rest);

    public const string Hash = "#/10/2";

    public GameStateServer Server { get; private set; } = null!;

    public static async Task<LiveContinent> Start()
    {
        var continent = new LiveContinent(await PushService.Start(), await RestService.Start());
        continent.HoldByGates();
        await continent.Launch("http://127.0.0.1:0");
        return continent;
    }

    /// <summary>Ends the server as an operator would and gives the address that is now dead.</summary>
    public async Task<Uri> Stop()
    {
        var address = Server.HttpAddress;
        Assert.Equal(0, await Server.Stop());
        await Server.DisposeAsync();
        return address;
    }

    /// <summary>Starts the server again at the address it had.</summary>
    public Task Restart(Uri address) => Launch(address.GetLeftPart(UriPartial.Authority));

    /// <summary>The game tells of a capture; a poll that is asked for later tells the same.</summary>
    public async Task Capture(int region, int from, int to, string outfit)
    {
        _rest.Owners[region] = to;
        await _connection!.Send(Frames.FacilityControl(Continent.FacilityOf(region), from, to, TimeProvider.System.GetUtcNow(), outfit));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _push.DisposeAsync();
        await _rest.DisposeAsync();
    }

    private async Task Launch(string url)
    {
        Server = await GameStateServer.Start(
            ("Kestrel:Endpoints:Http:Url", url),
            ("Ingestors:Territory:StreamUrl", _push.StreamUrl),
            ("Ingestors:Territory:RestUrl", _rest.RestUrl),
            ("Ingestors:Territory:ServiceId", "test"),
            ("Ingestors:Territory:Worlds", "10"),
            ("Ingestors:Territory:Zones", "2"),
            ("Ingestors:Territory:MapPollSeconds", "300"),
            ("Ingestors:Territory:CacheLagSeconds", "0"));
        _connection = await _push.Subscribed();
    }

    // Each faction holds its gate and the two facilities linked to it.
    private void HoldByGates()
    {
        for (var i = 0; i < Continent.Warpgates.Count; i++)
        {
            _rest.Owners[Continent.Warpgates[i]] = i + 1;
            _rest.Owners[Continent.Regions[i * 2]] = i + 1;
            _rest.Owners[Continent.Regions[(i * 2) + 1]] = i + 1;
        }
    }
}
