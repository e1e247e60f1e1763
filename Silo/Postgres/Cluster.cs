namespace OrleansGameState.Silo.Postgres;

/// <summary>Makes a data folder.</summary>
internal static class Cluster
{
    private static readonly TimeSpan ClearInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ClearPatience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs initdb in a folder inside the data folder, on whatever file system that is, and moves what it made up, PG_VERSION
    /// last: the folder counts as whole from that move on.
    /// </summary>
    /// <exception cref="NotStartedException">initdb failed.</exception>
    public static async Task MakeAsync(PostgresBinaries binaries, ServerAccount account, bool isThrowAway, CancellationToken cancellationToken)
    {
        var name = DataFolder.MakingPrefix + Guid.NewGuid().ToString("N");
        var command = account.Leashed(
            log: null,
            [
                binaries.Initdb,
                "--pgdata", $"{account.DataDirectory}/{name}",
                "--username", PostgresPlaces.Name,
                "--encoding", "UTF8",
                "--locale", "C",
                "--auth-local", "trust",
                "--auth-host", "reject",
                "--data-checksums",
                isThrowAway ? "--no-sync" : "--no-instructions",
            ]);
        var (code, output) = await Command.RunAsync(command[0], command[1..], cancellationToken);
        var data = account.Places.DataDirectory;
        if (code != 0)
        {
            DataFolder.Clear(data);
            throw new NotStartedException($"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}: {binaries.Initdb} could not make {data}: {LastLines(output)}");
        }

        MoveUp(Path.Combine(data, name), data);
    }

    /// <summary>Clears a folder that was only half made. An initdb of a process that was killed just now clears it too, on its way out.</summary>
    public static async Task ClearHalfMadeAsync(string data, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var started = time.GetTimestamp(); ; await Task.Delay(ClearInterval, time, cancellationToken))
        {
            try
            {
                DataFolder.Clear(data);
                return;
            }
            catch (IOException) when (time.GetElapsedTime(started) < ClearPatience)
            {
                // Files came or went meanwhile.
            }
        }
    }

    private static void MoveUp(string made, string data)
    {
        foreach (var folder in Directory.EnumerateDirectories(made).ToArray())
        {
            Directory.Move(folder, Path.Combine(data, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(made).OrderBy(path => Path.GetFileName(path) == DataFolder.VersionFile).ToArray())
        {
            File.Move(file, Path.Combine(data, Path.GetFileName(file)));
        }

        Directory.Delete(made);
    }

    private static string LastLines(string output) => string.Join(" | ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(5));
}
