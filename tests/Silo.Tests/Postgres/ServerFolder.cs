using System.Diagnostics;
using Npgsql;
using OrleansGameState.Silo.Postgres;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Silo.Tests.Postgres;

/// <summary>A place for servers of a test's own. Where PostgreSQL is not installed the test, a SkippableFact, is skipped.</summary>
internal sealed class ServerFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gamestate-");
    private readonly List<EmbeddedPostgres> _servers = [];

    public ServerFolder(string data = "data")
    {
        Skip.IfNot(TestPostgres.IsInstalled, "PostgreSQL is not installed here (Debian: apt-get install postgresql).");
        Options = new() { DataDirectory = Path.Combine(_root.FullName, data), IsThrowAway = true };
        Places = PostgresPlaces.Of(Options);
    }

    public EmbeddedPostgresOptions Options { get; }

    public PostgresPlaces Places { get; }

    public LoggedEvents<EmbeddedPostgres> Log { get; } = new();

    public EmbeddedPostgres Server()
    {
        var server = new EmbeddedPostgres(Microsoft.Extensions.Options.Options.Create(Options), TimeProvider.System, Log);
        _servers.Add(server);
        return server;
    }

    public async Task<EmbeddedPostgres> Start()
    {
        var server = Server();
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    /// <summary>Starts a server that no silo holds, as one that was left running.</summary>
    public async Task<int> StartOnItsOwn()
    {
        var account = await ServerAccount.PrepareAsync(Places, "", CancellationToken.None);
        var settings = ServerSettings.ForThrowAway(Places.RuntimeDirectory).SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
        var binaries = PostgresBinaries.Find(Options)!;
        string[] command = [binaries.Server, "-D", account.DataDirectory, .. settings];
        string[] start = account.Uid is null ? command : [.. Command.Script("as-account.sh", [account.Uid, account.Gid!, Places.DataDirectory, .. command])];
        var process = Process.Start(Command.Start(start[0], start[1..]))!;

        // It says in its error output when it is ready.
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("ready to accept", StringComparison.Ordinal))
        {
        }

        return process.Id;
    }

    public async Task<object?> Scalar(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Places.ConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    // Twice, as a container may do it.
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
            await server.DisposeAsync();
        }

        _root.Delete(recursive: true);
    }
}
