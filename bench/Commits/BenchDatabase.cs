using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Bench.Commits;

/// <summary>
/// A database of its own for one run, dropped at the end: on the server that <c>--database</c> names, else on the silo's
/// own embedded one, with all that makes a commit durable, in a temporary folder.
/// </summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string Maintenance = "postgres";

    private readonly EmbeddedPostgres? _server;
    private readonly string? _folder;
    private readonly string _connectionString;
    private readonly string _name = $"bench_{Guid.NewGuid():N}";
    private readonly List<string> _others = [];

    private BenchDatabase(EmbeddedPostgres? server, string? folder, string connectionString)
    {
        (_server, _folder, _connectionString) = (server, folder, connectionString);
        Cpu = new(connectionString);
    }

    /// <summary>CPU time of the server.</summary>
    public PostgresCpu Cpu { get; }

    public static async Task<BenchDatabase> CreateAsync(BenchOptions options)
    {
        var database = options.Database is { } connectionString ? new(null, null, connectionString) : await StartAsync();
        await database.ExecuteAsync(Maintenance, $"CREATE DATABASE {database._name}");
        return database;
    }

    /// <param name="connections">The most that are open at once.</param>
    public string ConnectionString(int connections) => In(_name, connections);

    /// <summary>Makes one more database on the same server, for as long as this one is there.</summary>
    public async Task<string> AddAsync(int connections)
    {
        var name = $"{_name}_{_others.Count}";
        await ExecuteAsync(Maintenance, $"CREATE DATABASE {name}");
        _others.Add(name);
        return In(name, connections);
    }

    /// <summary>What the yardsticks use, at its best: a connection that comes back is not reset.</summary>
    public NpgsqlDataSource Source(int connections) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString(connections)) { NoResetOnClose = true }.ConnectionString);

    /// <summary>What a run's figures depend on, in one line.</summary>
    public async Task<string> DescribeAsync()
    {
        await using var source = NpgsqlDataSource.Create(In(Maintenance, 1));
        await using var command = source.CreateCommand(
            "SELECT 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit') || ', shared_buffers ' || current_setting('shared_buffers')");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in _others.Append(_name))
        {
            await ExecuteAsync(Maintenance, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
            Directory.Delete(_folder!, recursive: true);
        }
    }

    private static async Task<BenchDatabase> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gamestate-bench-").FullName;
        var options = new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder, "data") };
        var server = new EmbeddedPostgres(Options.Create(options), TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
        await server.StartAsync(CancellationToken.None);
        return new(server, folder, server.Places.ConnectionString(Maintenance));
    }

    private string In(string database, int connections) =>
        new NpgsqlConnectionStringBuilder(_connectionString) { Database = database, MaxPoolSize = connections, CommandTimeout = 120, Timeout = 60 }.ConnectionString;

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(In(database, 1));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
