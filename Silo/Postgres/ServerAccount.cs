namespace OrleansGameState.Silo.Postgres;

/// <summary>
/// Who the server's programs run as. Where the silo is root that is another account, which reaches the data folder through
/// a descriptor that root opened: the folders above it stay closed to that account.
/// </summary>
/// <param name="Places">The folders that it must reach.</param>
/// <param name="Uid">Null where they run as the silo does.</param>
/// <param name="Gid">The account's group.</param>
internal sealed record ServerAccount(PostgresPlaces Places, string? Uid, string? Gid)
{
    private const string OpenedFolder = "/proc/self/fd/9";

    /// <summary>The data folder, as the account can reach it.</summary>
    public string DataDirectory => Uid is not null && OperatingSystem.IsLinux() ? OpenedFolder : Places.DataDirectory;

    /// <summary>Makes the folders ready and settles the account.</summary>
    /// <exception cref="NotStartedException">A folder or the account does not fit.</exception>
    public static async Task<ServerAccount> PrepareAsync(PostgresPlaces places, string user, CancellationToken cancellationToken)
    {
        var command = Command.Script("prepare.sh", user, places.DataDirectory, places.RuntimeDirectory).ToArray();
        var (code, output) = await Command.RunAsync(command[0], command[1..], cancellationToken);
        if (code != 0)
        {
            throw new NotStartedException(output.Contains(EmbeddedPostgresOptions.Section, StringComparison.Ordinal)
                ? output.Trim()
                : $"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}: {places.DataDirectory} cannot be made ready for PostgreSQL: {output.Trim()}");
        }

        return output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var uid, var gid] ? new(places, uid, gid) : new(places, null, null);
    }

    /// <summary>The command line that runs a command as this account, ended with the silo; its output goes to the log, or comes back where that is null.</summary>
    public string[] Leashed(string? log, params IEnumerable<string> command)
    {
        var leashed = Command.Script("leash.sh", [log ?? "", .. command]);
        return [.. Command.Script("detach.sh", Uid is null ? leashed : Command.Script("as-account.sh", [Uid, Gid!, Places.DataDirectory, .. leashed]))];
    }
}
