using System.Globalization;
using System.Runtime.InteropServices;

namespace OrleansGameState.Silo.Postgres;

/// <summary>A server that an earlier silo left in the data folder: running still, or only its file.</summary>
internal sealed partial class LeftOverServer(PostgresPlaces places, TimeProvider time, ILogger logger)
{
    private const int Nothing = 0;
    private const int Interrupt = 2;
    private const int Quit = 3;
    private const int Kill = 9;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no server runs in the data folder, and takes away what would hinder the next. The caller holds the folder's lock.</summary>
    /// <exception cref="NotStartedException">The server does not end.</exception>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var process = ProcessId(places);
        if (process is { } running && await IsServerAsync(running, cancellationToken))
        {
            Log.LeftRunning(logger, running, places.DataDirectory);
            await StopAsync(running, cancellationToken);
        }

        if (!File.Exists(places.ProcessFile))
        {
            return;
        }

        // The server knows a stale file by itself, and what it says of shared memory guards against a killed server's
        // remains. But an empty one stops it, and so does one whose number is another program's by now.
        Log.NotShutDown(logger, places.DataDirectory);
        if (process is not { } gone || (Signal(gone, Nothing) == 0 && !await IsServerAsync(gone, cancellationToken)))
        {
            File.Delete(places.ProcessFile);
        }
    }

    /// <summary>The process that postmaster.pid names; null where there is none.</summary>
    public static int? ProcessId(PostgresPlaces places)
    {
        try
        {
            return int.TryParse(File.ReadLines(places.ProcessFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && process > 1
                ? process
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    // Fast; where that takes too long, without a checkpoint, which costs a recovery; and last of all by force.
    private async Task StopAsync(int process, CancellationToken cancellationToken)
    {
        if (!await EndsAsync(process, Interrupt, TimeSpan.FromSeconds(30), cancellationToken)
            && !await EndsAsync(process, Quit, TimeSpan.FromSeconds(10), cancellationToken)
            && !await EndsAsync(process, Kill, TimeSpan.FromSeconds(10), cancellationToken))
        {
            throw new NotStartedException(
                $"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}: a PostgreSQL server, process {process}, runs in {places.DataDirectory} and does not end. End it, or name another folder.");
        }
    }

    private async Task<bool> EndsAsync(int process, int signal, TimeSpan patience, CancellationToken cancellationToken)
    {
        _ = Signal(process, signal);
        for (var started = time.GetTimestamp(); time.GetElapsedTime(started) < patience;)
        {
            if (!await IsServerAsync(process, cancellationToken))
            {
                return true;
            }

            await Task.Delay(Interval, time, cancellationToken);
        }

        return false;
    }

    // The process, the data folder and the time of the start.
    private static string[] Identity(string processFile) => [.. File.ReadLines(processFile).Take(3)];

    // A number is given to another process in time. A server's working directory is its data folder, so that this one finds
    // the very same file there.
    private async Task<bool> IsServerAsync(int process, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return Identity($"/proc/{process}/cwd/postmaster.pid").SequenceEqual(Identity(places.ProcessFile));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        var listed = await Command.RunAsync("ps", ["-o", "comm=", "-p", process.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        return listed.Code == 0 && listed.Output.Contains("postgres", StringComparison.Ordinal);
    }
}
