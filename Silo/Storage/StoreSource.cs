using Npgsql;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// The ways to the database. Reads have connections of their own, so that many slow questions about history never keep
/// a commit waiting for one.
/// </summary>
internal sealed class StoreSource : IAsyncDisposable
{
    public StoreSource(string connectionString, int writers)
    {
        Commits = Build(connectionString, "gamestate commits", writers);
        Reads = Build(connectionString, "gamestate reads", 10);
    }

    public NpgsqlDataSource Commits { get; }

    public NpgsqlDataSource Reads { get; }

    public async ValueTask DisposeAsync()
    {
        await Commits.DisposeAsync();
        await Reads.DisposeAsync();
    }

    private static NpgsqlDataSource Build(string connectionString, string name, int connections)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = name,
            MaxPoolSize = connections,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Timeout = 5,
            CancellationTimeout = 1000,
        };

        // Named, or metrics and spans would have the connection string for a name.
        return new NpgsqlSlimDataSourceBuilder(settings.ConnectionString) { Name = name }.EnableArrays().EnableJsonTypes().EnableTransportSecurity().Build();
    }
}
