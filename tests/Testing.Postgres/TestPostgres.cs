using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrleansGameState.Silo.Postgres;
using Xunit;

namespace OrleansGameState.Testing.Postgres;

/// <summary>
/// The PostgreSQL server of this test process: the product's own embedded one, in a temporary folder. It starts with the
/// first database that is asked for and goes, with its folder, when the process ends, however it does.
/// </summary>
public static class TestPostgres
{
    // Outlives this process: its input ends then, and so does the server's, whose end it waits for.
    private const string CleanUp = """
        while read -r _; do :; done
        turns=0
        while [ -e "$1/data/postmaster.pid" ] && [ "$turns" -lt 300 ]; do sleep 0.1; turns=$((turns + 1)); done
        rm -rf -- "$1"
        rmdir -- "$2" 2>/dev/null
        """;

    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);

    // A collected process object would close the pipe.
    private static Process? _cleaner;

    /// <summary>Whether PostgreSQL's programs are on this machine.</summary>
    public static bool IsInstalled { get; } = PostgresBinaries.Find(new EmbeddedPostgresOptions()) is not null;

    /// <summary>The server's process, once it runs.</summary>
    public static async Task<int> ProcessIdAsync() => (await RunningAsync()).ServerProcessId ?? throw new InvalidOperationException("The test server does not run.");

    /// <summary>A connection string for one of the server's databases. Where PostgreSQL is not installed the calling test, a SkippableFact, is skipped.</summary>
    public static async Task<string> ConnectionStringAsync(string database) => (await RunningAsync()).Places.ConnectionString(database);

    private static Task<EmbeddedPostgres> RunningAsync()
    {
        Skip.IfNot(IsInstalled, "PostgreSQL is not installed here (Debian: apt-get install postgresql).");
        return Server.Value;
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gamestate-postgres-").FullName;
        var options = new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder, "data"), IsThrowAway = true };
        var server = new EmbeddedPostgres(Options.Create(options), TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
        var command = Command.Script("detach.sh", "/bin/sh", "-c", CleanUp, "clean-up", folder, server.Places.RuntimeDirectory).ToArray();
        _cleaner = Process.Start(Command.Start(command[0], command[1..]));
        await server.StartAsync(CancellationToken.None);
        return server;
    }
}
