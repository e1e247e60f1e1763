using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Bench.Moves;

/// <summary>The same moves by pgbench, one SQL transaction each, on a database of its own of the same server.</summary>
internal sealed partial class SqlMoves(BenchDatabase database, string connectionString, int players)
{
    // As many as bring the most here; more only wait for each other.
    private const int Clients = 32;
    private const int Threads = 2;

    private readonly string _pgbench = Find();

    public static async Task<SqlMoves> CreateAsync(BenchDatabase database, MoveMap map, int players)
    {
        var moves = new SqlMoves(database, await database.AddAsync(2), players);
        await using var source = NpgsqlDataSource.Create(moves.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, Read("schema.sql"));
        await CopyAsync(connection, map);
        await ExecuteAsync(connection, Read("players.sql").Replace(":players", players.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return moves;
    }

    private string ConnectionString => connectionString;

    /// <summary>Runs it for a while. CPU time is the server's; pgbench's own is not counted.</summary>
    public async Task<Sample> MeasureAsync(TimeSpan duration)
    {
        var server = await database.Cpu.MicrosAsync();
        var said = await RunAsync(duration);
        var count = Number(Processed().Match(said));
        return new(Number(Rate().Match(said)), (await database.Cpu.MicrosAsync() - server) / count, 0);
    }

    private async Task<string> RunAsync(TimeSpan duration)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments =
        [
            "--no-vacuum", "--protocol=prepared",
            $"--client={Clients}", $"--jobs={Threads}", $"--define=players={players}",
            string.Create(CultureInfo.InvariantCulture, $"--time={Math.Max(1, Math.Round(duration.TotalSeconds))}"),
            $"--file={Place("move.sql")}",
            $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", server.Database!,
        ];
        var start = new ProcessStartInfo(_pgbench, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = server.Password ?? "";
        using var pgbench = Process.Start(start) ?? throw new InvalidOperationException($"{_pgbench} did not start.");
        var (said, failed) = (pgbench.StandardOutput.ReadToEndAsync(), pgbench.StandardError.ReadToEndAsync());
        await pgbench.WaitForExitAsync();
        return pgbench.ExitCode == 0 ? await said : throw new InvalidOperationException($"{_pgbench} ended with {pgbench.ExitCode}: {await failed}");
    }

    private static string Find() => PostgresBinaries.Find(new EmbeddedPostgresOptions()) is { } binaries
        && Path.Combine(binaries.Directory, "pgbench") is var beside && File.Exists(beside) ? beside : "pgbench";

    private static async Task CopyAsync(NpgsqlConnection connection, MoveMap map)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY sector (id, name, type, hazard_level, defenses, links) FROM STDIN (FORMAT binary)");
        for (var sector = 1; sector <= MoveMap.Sectors; sector++)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(sector, NpgsqlDbType.Integer);
            await copy.WriteAsync($"Sector {sector}", NpgsqlDbType.Text);
            await copy.WriteAsync("STANDARD", NpgsqlDbType.Text);
            await copy.WriteAsync(0.0, NpgsqlDbType.Double);
            await copy.WriteAsync("""{"defense_drones":0}""", NpgsqlDbType.Jsonb);
            await copy.WriteAsync(map.Neighbours[sector - 1], NpgsqlDbType.Array | NpgsqlDbType.Integer);
        }

        await copy.CompleteAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Place(string name) => Path.Combine(AppContext.BaseDirectory, "Moves", name);

    private static string Read(string name) => File.ReadAllText(Place(name));

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"transactions actually processed: (\d+)")]
    private static partial Regex Processed();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();
}
