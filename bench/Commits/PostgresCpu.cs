using System.Globalization;
using Npgsql;

namespace OrleansGameState.Bench.Commits;

/// <summary>CPU time of a PostgreSQL server on this machine, all its processes together; nothing where it is elsewhere.</summary>
internal sealed class PostgresCpu(string connectionString)
{
    // Linux counts these in hundredths of a second whatever the kernel's own tick is.
    private const double MicrosPerTick = 10_000;

    private const int Parent = 1;
    private const int User = 11;
    private const int Kernel = 12;
    private const int EndedUser = 13;
    private const int EndedKernel = 14;

    private int? _server;

    public async Task<double> MicrosAsync()
    {
        _server ??= await FindServerAsync();
        return _server > 0 ? Own(_server.Value) + Children(_server.Value) : 0;
    }

    private static double Own(int server) =>
        Stat(server) is { } stat ? MicrosPerTick * (Ticks(stat, User) + Ticks(stat, Kernel) + Ticks(stat, EndedUser) + Ticks(stat, EndedKernel)) : 0;

    private static double Children(int server) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? Stat(process) : null)
        .Where(stat => stat is not null && Ticks(stat, Parent) == server)
        .Sum(stat => MicrosPerTick * (Ticks(stat!, User) + Ticks(stat!, Kernel)));

    private static long Ticks(string[] stat, int field) => long.Parse(stat[field], CultureInfo.InvariantCulture);

    // The fields after the program's name, which may hold blanks.
    private static string[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<int> FindServerAsync()
    {
        var host = new NpgsqlConnectionStringBuilder(connectionString).Host;
        if (!OperatingSystem.IsLinux() || host is null || !(host.StartsWith('/') || host is "localhost" or "127.0.0.1"))
        {
            return 0;
        }

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT pg_backend_pid()");
        return Stat((int)(await command.ExecuteScalarAsync())!) is { } backend ? (int)Ticks(backend, Parent) : 0;
    }
}
