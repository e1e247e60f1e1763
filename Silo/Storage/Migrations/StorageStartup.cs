using System.Net.Sockets;
using Npgsql;
using OrleansGameState.Silo.Storage.Partitions;

namespace OrleansGameState.Silo.Storage.Migrations;

/// <summary>
/// Makes the database ready before anything uses it: waits for the server, migrates, makes partitions. Registered
/// behind the embedded server and before whatever commits.
/// </summary>
internal sealed class StorageStartup(
    NpgsqlDataSource source,
    Migrator migrator,
    StoredElsewhere elsewhere,
    EventPartitions partitions,
    TimeProvider time,
    ILogger<StorageStartup> logger) : IStartsEarly
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <exception cref="NotStartedException">There is no server within a minute, or the database cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Patience;
        var pause = ShortestPause;
        while (!await TryAsync(until, cancellationToken))
        {
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Server
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
            return $"{settings.Host}, port {settings.Port}, database {settings.Database ?? settings.Username}";
        }
    }

    // The whole of it again: a server that restarts breaks a migration off at any point, and none is half done.
    private async Task<bool> TryAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            await migrator.MigrateAsync(cancellationToken);
            await elsewhere.RequireNoneAsync(cancellationToken);
            await partitions.EnsureAheadAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException exception) when (MayPass(exception))
        {
            if (time.GetUtcNow() >= until)
            {
                throw new NotStartedException($"PostgreSQL at {Server} takes no connections: {exception.Message}. Start it, or correct ConnectionStrings:GameState.", exception);
            }

            Log.Waiting(logger, Server, exception.Message);
            return false;
        }
        catch (NpgsqlException exception)
        {
            throw new NotStartedException($"PostgreSQL at {Server} cannot be used: {exception.Message}. Correct ConnectionStrings:GameState.", exception);
        }
    }

    private static bool MayPass(NpgsqlException exception) =>
        exception.IsTransient || exception.InnerException is SocketException or IOException or TimeoutException;
}
