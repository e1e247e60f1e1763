using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.Commits;
using OrleansGameState.Silo.Storage.Migrations;
using OrleansGameState.Silo.Storage.Partitions;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Silo.Tests.Storage.Commits;

/// <summary>The commit queue and its writers on a throw-away database.</summary>
internal sealed class CommitHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly CommitWriters _writers;
    private readonly ServiceProvider _services;
    private readonly NpgsqlDataSource _sql;

    private CommitHost(TestDatabase database, StorageOptions options, string connectionString, IEnumerable<StoredKind> kinds)
    {
        _database = database;
        _sql = NpgsqlDataSource.Create(database.ConnectionString);
        _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        Source = new(connectionString, options.Writers);
        Status = new(TimeProvider.System);
        var wrapped = Options.Create(options);
        Queue = new(wrapped, TimeProvider.System, Status);
        _writers = new(Queue, Source, new EventPartitions(_sql, new(kinds), TimeProvider.System), Status, new(_services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()), wrapped, TimeProvider.System, NullLogger<CommitWriters>.Instance);
    }

    public CommitQueue Queue { get; }

    public StoreStatus Status { get; }

    public StoreSource Source { get; }

    /// <param name="options">Settings; the defaults where left out.</param>
    /// <param name="through">Gives the connection string that the writers use, of the database's own.</param>
    /// <param name="kinds">What it is for; a territory's where left out.</param>
    public static async Task<CommitHost> StartAsync(StorageOptions? options = null, Func<string, string>? through = null, IEnumerable<StoredKind>? kinds = null)
    {
        var database = await TestDatabase.CreateAsync();
        var host = new CommitHost(database, options ?? new(), through?.Invoke(database.ConnectionString) ?? database.ConnectionString, kinds ?? TerritoryKinds.All);
        await new Migrator(host._sql, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        await host._writers.StartAsync(CancellationToken.None);
        return host;
    }

    public Task<CommitOutcome> CommitAsync(EntityWrite write) => Queue.CommitAsync(write, CancellationToken.None);

    public async Task<T?> QueryAsync<T>(string sql)
    {
        await using var command = _sql.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public Task<long> EventsAsync() => QueryAsync<long>("select count(*) from entity_event");

    /// <summary>Takes no more writes and waits until those that wait are written.</summary>
    public Task StopAsync() => _writers.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Source.DisposeAsync();
        await _sql.DisposeAsync();
        await _services.DisposeAsync();
        Queue.Dispose();
        await _database.DisposeAsync();
    }
}
