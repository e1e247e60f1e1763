using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace OrleansGameState.Silo.Postgres;

/// <summary>Where an embedded server keeps what; told by the settings alone, so that it is known before the server runs.</summary>
internal sealed record PostgresPlaces(string DataDirectory, string RuntimeDirectory)
{
    /// <summary>The superuser and the database are both called so.</summary>
    public const string Name = "gamestate";

    private const int Port = 5432;

    /// <summary>How long a socket's path may be: the system's sockaddr_un, without the closing zero.</summary>
    public static int SocketBytes { get; } = OperatingSystem.IsMacOS() ? 103 : 107;

    /// <summary>Held locked by the silo that owns the data folder.</summary>
    public string LockFile => DataDirectory + ".lock";

    public string LogFile => Path.Combine(DataDirectory, "server.log");

    /// <summary>Names the server's process while it runs, in its first line.</summary>
    public string ProcessFile => Path.Combine(DataDirectory, "postmaster.pid");

    public string SocketFile => SocketIn(RuntimeDirectory);

    public static PostgresPlaces Of(EmbeddedPostgresOptions options) => Of(options, RuntimeRoots());

    /// <summary>Takes the first of the roots, best first, below which the socket's path is short enough.</summary>
    public static PostgresPlaces Of(EmbeddedPostgresOptions options, IReadOnlyList<string> runtimeRoots)
    {
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory));
        if (options.RuntimeDirectory.Length > 0)
        {
            return new(data, Path.TrimEndingDirectorySeparator(options.RuntimeDirectory));
        }

        var name = $"{Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..12]}";
        var places = runtimeRoots.Select(root => Path.Combine(root, name)).ToArray();
        return new(data, Array.Find(places, place => Encoding.UTF8.GetByteCount(SocketIn(place)) <= SocketBytes) ?? places[^1]);
    }

    public static string SocketIn(string directory) => Path.Combine(directory, $".s.PGSQL.{Port}");

    /// <summary>A connection string for one of the server's databases; by default the one that is made at its start.</summary>
    public string ConnectionString(string database = Name) => new NpgsqlConnectionStringBuilder
    {
        Host = RuntimeDirectory,
        Port = Port,
        Username = Name,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    // /run and the login's own folder cannot be taken over by other accounts; /tmp is always there and always short.
    private static string[] RuntimeRoots()
    {
        var own = Environment.IsPrivilegedProcess ? "/run" : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return own is not null && Path.IsPathFullyQualified(own) && !own.Contains(',') && Directory.Exists(own) ? [own, "/tmp"] : ["/tmp"];
    }
}
