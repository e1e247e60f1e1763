using System.Net;
using System.Net.Sockets;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Silo;

namespace OrleansGameState.Gateway.Tests;

/// <summary>The silo and its gateway in this process, on ports of their own, with the real grains in memory.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    /// <summary>Generous: what takes this long never comes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A key with the scope sectors:write.</summary>
    public const string GameKey = "a key for tests of sectors";

    /// <summary>A key with the scope admin.</summary>
    public const string AdminKey = "a key for tests of admins";

    private readonly WebApplication _app;
    private readonly SocketsHttpHandler _http2 = new();

    private GatewayHost(WebApplication app)
    {
        _app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        (Http, Grpc) = (new(addresses.First(IsHttp1)), new(addresses.First(address => !IsHttp1(address))));
        Client = new() { BaseAddress = Http, Timeout = Patience };
        Channel = GrpcChannel.ForAddress(Grpc, new() { HttpHandler = _http2 });

        // Endpoints are bound in the order of their names: Grpc, then Http.
        bool IsHttp1(string address) => address == addresses[^1];
    }

    public Uri Http { get; }

    public Uri Grpc { get; }

    public HttpClient Client { get; }

    public GrpcChannel Channel { get; }

    public IServiceProvider Services => _app.Services;

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public static async Task<GatewayHost> Start(IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kestrel:Endpoints:Http:Url"] = "http://127.0.0.1:0",
            ["Kestrel:Endpoints:Grpc:Url"] = "http://127.0.0.1:0",
            ["Cluster:SiloPort"] = $"{FreePort()}",
            ["Cluster:GatewayPort"] = $"{FreePort()}",
            ["Storage:Mode"] = "memory",
            ["Gateway:StarSystems:PublishEndpoint"] = "",
            ["Gateway:ApiKeys:0:Name"] = "nobody",
            ["Gateway:ApiKeys:0:Sha256"] = new string('0', 64),
            ["Gateway:ApiKeys:0:Scopes"] = "admin",
            ["Gateway:ApiKeys:1:Name"] = "a game's server",
            ["Gateway:ApiKeys:1:Sha256"] = Convert.ToHexString(KeyHash.Of(GameKey)),
            ["Gateway:ApiKeys:1:Scopes"] = "sectors:write",
            ["Gateway:ApiKeys:2:Name"] = "a game's admin",
            ["Gateway:ApiKeys:2:Sha256"] = Convert.ToHexString(KeyHash.Of(AdminKey)),
            ["Gateway:ApiKeys:2:Scopes"] = "admin",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.AddSilo();
        builder.AddGateway();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync();
        return new(app);
    }

    public IZoneGrain Zone(int worldId, uint zoneId) => Grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(worldId, zoneId));

    public IWorldGrain World(int worldId) => Grains.GetGrain<IWorldGrain>(TerritoryKeys.World(worldId));

    /// <summary>Completes once an entity owes nothing any more, by its record.</summary>
    public async Task Delivered(IEntityGrain entity)
    {
        using var bound = new CancellationTokenSource(Patience);
        var (owed, key) = (Services.GetRequiredService<IPendingIntents>(), entity.GetPrimaryKeyString());
        while ((await owed.FindAsync(int.MaxValue, bound.Token)).Any(one => one.Key == key))
        {
            bound.Token.ThrowIfCancellationRequested();
            await entity.DeliverPending();
        }
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Channel.Dispose();
        _http2.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
