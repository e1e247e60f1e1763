using Npgsql;

namespace OrleansGameState.Silo.Postgres;

/// <summary>Starts a server in a data folder that is whole, and waits until it takes connections.</summary>
internal sealed class ServerStart(PostgresBinaries binaries, ServerAccount account, IReadOnlyDictionary<string, string> settings, TimeProvider time, ILogger logger)
{
    // What backends of a killed server hold until they have noticed.
    private const string StillHeld = "shared memory block";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HeldPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TellInterval = TimeSpan.FromSeconds(10);

    private PostgresPlaces Places => account.Places;

    /// <summary>A recovery is waited for, however long it takes.</summary>
    /// <exception cref="NotStartedException">The server ended instead; it carries its last words.</exception>
    public async Task<ServerProcess> RunAsync(CancellationToken cancellationToken)
    {
        await new LeftOverServer(Places, time, logger).EndAsync(cancellationToken);
        var started = time.GetTimestamp();
        while (true)
        {
            var server = ServerProcess.Start(binaries, account, settings);
            try
            {
                if (await BecomesReadyAsync(server, cancellationToken))
                {
                    await EnsureDatabaseAsync(cancellationToken);
                    return server;
                }

                var words = await server.LastWordsAsync();
                if (!words.Contains(StillHeld, StringComparison.Ordinal) || time.GetElapsedTime(started) > HeldPatience)
                {
                    throw new NotStartedException(
                        $"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}: PostgreSQL ended at its start in {Places.DataDirectory} with code {await server.Ended}; its log is {Places.LogFile}.{Environment.NewLine}{words}");
                }
            }
            catch
            {
                await EndAsync(server);
                throw;
            }

            server.Dispose();
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    private async Task EndAsync(ServerProcess server)
    {
        server.Stop();
        await Task.WhenAny(server.Ended, Task.Delay(StopPatience, time));
        server.Dispose();
    }

    private async Task<bool> BecomesReadyAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var told = TimeSpan.Zero;
        while (!server.Ended.IsCompleted)
        {
            if (await AnswersAsync(cancellationToken))
            {
                return true;
            }

            if (time.GetElapsedTime(started) - told > TellInterval)
            {
                told = time.GetElapsedTime(started);
                Log.StillStarting(logger, told.TotalSeconds, Places.LogFile);
            }

            await Task.WhenAny(server.Ended, Task.Delay(Interval, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return false;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Places.SocketFile))
        {
            return false;
        }

        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException exception) when (exception is not PostgresException || exception.SqlState is PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
    }

    private async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = PostgresPlaces.Name } } };
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {PostgresPlaces.Name}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Places.ConnectionString("postgres")) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
