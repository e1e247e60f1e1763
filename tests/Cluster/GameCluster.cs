using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansGameState.Durability;
using OrleansGameState.EndToEnd.Fakes;
using OrleansGameState.Gateway.Territory.V1;
using OrleansGameState.Hosting;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Cluster;

/// <summary>
/// PostgreSQL, three silos, two gateways and two ingestors as processes, a push service for these to follow, and this
/// process as one more client of the cluster. Made once for the tests; each leaves it whole.
/// </summary>
public sealed class GameCluster : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gamestate-cluster-");
    private readonly List<GrpcChannel> _channels = [];
    private TestDatabase? _database;
    private WebApplication? _client;
    private PushService? _push;

    /// <summary>Why there is no cluster here; null where there is one.</summary>
    public string? Refusal { get; private set; }

    internal List<ClusterProcess> Silos { get; } = [];

    internal List<ClusterProcess> Gateways { get; } = [];

    internal List<ClusterProcess> Ingestors { get; } = [];

    internal List<TerritoryService.TerritoryServiceClient> Clients { get; } = [];

    internal PushLoad Push { get; private set; } = null!;

    internal IGrainFactory Grains => _client!.Services.GetRequiredService<IGrainFactory>();

    internal string Said => string.Join('\n', Silos.Concat(Gateways).Concat(Ingestors).Select(process => process.Said));

    public async Task InitializeAsync()
    {
        if (!TestPostgres.IsInstalled)
        {
            Refusal = "PostgreSQL is not installed here (Debian: apt-get install postgresql).";
            return;
        }

        _database = await TestDatabase.CreateAsync();
        try
        {
            _client = Client();
        }
        catch (OrleansConfigurationException refusal)
        {
            Refusal = refusal.Message;
            return;
        }

        _push = await PushService.Start();
        Push = new(_push);
        _ = Push.Accept();
        await StartAll();
        await _client.StartAsync();
        await Push.Subscribed(Ingestors.Count);
    }

    public async Task DisposeAsync()
    {
        foreach (var channel in _channels)
        {
            channel.Dispose();
        }

        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        foreach (var process in Ingestors.Concat(Gateways).Concat(Silos))
        {
            await process.DisposeAsync();
        }

        if (_push is not null)
        {
            await _push.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>One more silo, not started yet.</summary>
    internal ClusterProcess NewSilo()
    {
        var silo = ClusterProcess.Of($"silo{Silos.Count + 1}", Places.Silo, _folder.FullName, Settings(
            ("Roles", "silo"),
            ("Cluster:SiloPort", $"{ClusterProcess.FreePort()}"),
            ("Cluster:GatewayPort", $"{ClusterProcess.FreePort()}")));
        Silos.Add(silo);
        return silo;
    }

    /// <summary>Stops the database server as an operator would in a hurry, and waits until it, or the one that takes its place, is back.</summary>
    internal async Task RestartDatabase()
    {
        var process = await TestPostgres.ProcessIdAsync();
        Signals.Interrupt(process);
        await Bound.Eventually(Answers, answers => answers && !DatabaseProcess.IsAlive(process), () => "The database did not come back.");

        // Those of this process that lie ready lead nowhere now.
        NpgsqlConnection.ClearAllPools();
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{_database!.ConnectionString};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task StartAll()
    {
        for (var i = 0; i < 3; i++)
        {
            NewSilo().Launch();
        }

        for (var i = 0; i < 2; i++)
        {
            Gateways.Add(Gateway(i));
            Ingestors.Add(Ingestor(i));
        }

        await Task.WhenAll(Silos.Select(silo => silo.UntilReady()));
        foreach (var process in Gateways.Concat(Ingestors))
        {
            process.Launch();
        }

        await Task.WhenAll(Gateways.Concat(Ingestors).Select(process => process.UntilReady()));
    }

    private ClusterProcess Gateway(int index)
    {
        var address = $"http://127.0.0.1:{ClusterProcess.FreePort()}";
        var channel = GrpcChannel.ForAddress(address);
        _channels.Add(channel);
        Clients.Add(new(channel));
        return ClusterProcess.Of($"gateway{index + 1}", Places.Gateway, _folder.FullName, Settings(("Kestrel:Endpoints:Grpc:Url", address), ("Gateway:StarSystems:PublishEndpoint", "")));
    }

    private ClusterProcess Ingestor(int index) => ClusterProcess.Of($"ingestors{index + 1}", Places.Ingestors, _folder.FullName, Settings(
        ("Ingestors:Territory:StreamUrl", _push!.StreamUrl),
        ("Ingestors:Territory:RestUrl", ""),
        ("Ingestors:Territory:ServiceId", "s:test"),
        ("Ingestors:Territory:Worlds", $"{Continent.WorldId}")));

    private IEnumerable<(string Key, string Value)> Settings(params (string Key, string Value)[] own) =>
        own.Prepend(($"{Database.Key}", _database!.ConnectionString));

    private WebApplication Client()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new(Database.Key, _database!.ConnectionString), new("Urls", "http://127.0.0.1:0")]);
        builder.AddClusterClient();
        return builder.Build();
    }
}
