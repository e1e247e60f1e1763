using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Postgres;

/// <summary>
/// The PostgreSQL server that the silo starts for itself, keeps running and stops. Registered before whatever uses the
/// database, so that it starts before and stops after that.
/// </summary>
internal sealed class EmbeddedPostgres(IOptions<EmbeddedPostgresOptions> options, TimeProvider time, ILogger<EmbeddedPostgres> logger) : IStartsEarly, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isDisposed;
    private FolderLock? _lock;
    private ServerProcess? _server;
    private Task _supervision = Task.CompletedTask;

    /// <summary>Where everything is; the connection string is known before the server runs.</summary>
    public PostgresPlaces Places { get; } = PostgresPlaces.Of(options.Value);

    /// <summary>The server's process; null where it does not run.</summary>
    public int? ServerProcessId => LeftOverServer.ProcessId(Places);

    /// <summary>Makes the data folder where there is none, starts the server and waits until it takes connections. Once started, does nothing.</summary>
    /// <exception cref="NotStartedException">It cannot be started; the message names the setting and the cure.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_server is not null)
            {
                return;
            }

            _lock = await FolderLock.TakeAsync(Places, cancellationToken);
            var start = await PrepareAsync(cancellationToken);
            _server = await start.Start.RunAsync(cancellationToken);
            Tell(start.Version);
            _supervision = SuperviseAsync(start.Start, start.Version);
        }
        catch when (_lock is not null)
        {
            RemoveRuntimeDirectory();
            _lock.Dispose();
            _lock = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops the server, in its fast way, and waits for its end as long as it may.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _supervision;
        if (_server is not { } server)
        {
            return;
        }

        try
        {
            server.Stop();
            await server.Ended.WaitAsync(cancellationToken);
            Log.Stopped(logger);
            RemoveRuntimeDirectory();
        }
        catch (OperationCanceledException)
        {
            Log.StillStopping(logger);
        }

        _server = null;
        server.Dispose();
        _lock?.Dispose();
    }

    // A container does it for each way in which it was registered.
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
        _turn.Dispose();
    }

    private async Task<(ServerStart Start, string Version)> PrepareAsync(CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Find(options.Value) ?? throw Refusal(
            nameof(EmbeddedPostgresOptions.BinDirectory),
            $"no PostgreSQL was found. Install it (Debian: apt-get install postgresql), or name the folder that has {string.Join(", ", PostgresBinaries.Needed)}.");
        var version = await ServerVersion.OfAsync(binaries, cancellationToken);
        var found = DataFolder.Inspect(Places.DataDirectory);
        if (found.Content == DataFolderContent.Foreign)
        {
            throw Refusal(nameof(EmbeddedPostgresOptions.DataDirectory), $"{Places.DataDirectory} holds something that is not PostgreSQL's. Name an empty folder, or one that is not there yet.");
        }

        if (found.Content == DataFolderContent.Cluster && found.Major != version.Major)
        {
            throw Refusal(
                nameof(EmbeddedPostgresOptions.DataDirectory),
                $"{Places.DataDirectory} is of PostgreSQL {found.Version}, and the one in {binaries.Directory} is {version.Text}. Install PostgreSQL {found.Version}, convert the folder with pg_upgrade, or name another one.");
        }

        var account = await ServerAccount.PrepareAsync(Places, options.Value.User, cancellationToken);
        await MakeClusterAsync(found.Content, binaries, account, cancellationToken);
        var settings = options.Value.IsThrowAway
            ? ServerSettings.ForThrowAway(Places.RuntimeDirectory)
            : ServerSettings.For(
                GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
                new DriveInfo(Places.DataDirectory).AvailableFreeSpace,
                Places.RuntimeDirectory);
        return (new(binaries, account, settings, time, logger), version.Text);
    }

    private async Task MakeClusterAsync(DataFolderContent found, PostgresBinaries binaries, ServerAccount account, CancellationToken cancellationToken)
    {
        if (found == DataFolderContent.Cluster)
        {
            return;
        }

        if (found == DataFolderContent.HalfMade)
        {
            Log.HalfMade(logger, Places.DataDirectory);
            await Cluster.ClearHalfMadeAsync(Places.DataDirectory, time, cancellationToken);
        }

        Log.Making(logger, Places.DataDirectory, binaries.Initdb);
        await Cluster.MakeAsync(binaries, account, options.Value.IsThrowAway, cancellationToken);
    }

    private async Task SuperviseAsync(ServerStart start, string version)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                var started = time.GetTimestamp();
                var code = await _server!.Ended.WaitAsync(_stopping.Token);
                failures = time.GetElapsedTime(started) < RestartDelay.Steady ? failures : 0;
                Log.Ended(logger, code, RestartDelay.After(failures), Places.LogFile);
                failures = await StartAgainAsync(start, failures);
                Tell(version);
            }
        }
        catch (OperationCanceledException)
        {
            // It is being stopped.
        }
    }

    // Gives the restarts since it last ran steadily.
    private async Task<int> StartAgainAsync(ServerStart start, int failures)
    {
        while (true)
        {
            await Task.Delay(RestartDelay.After(failures++), time, _stopping.Token);
            try
            {
                var again = await start.RunAsync(_stopping.Token);
                _server!.Dispose();
                _server = again;
                return failures;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.NotStartedAgain(logger, exception, RestartDelay.After(failures));
            }
        }
    }

    private void Tell(string version) => Log.Running(logger, version, ServerProcessId, Places.DataDirectory, Places.RuntimeDirectory);

    private void RemoveRuntimeDirectory()
    {
        try
        {
            Directory.Delete(Places.RuntimeDirectory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something else is in it; the next start takes it as it is.
        }
    }

    private static NotStartedException Refusal(string setting, string message) => new($"{EmbeddedPostgresOptions.Section}:{setting}: {message}");
}
