using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>Runs the writers; at the end lets them write all that waits.</summary>
internal sealed class CommitWriters(
    CommitQueue queue,
    StoreSource source,
    IEventPartitions partitions,
    StoreStatus status,
    StoreMetrics metrics,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<CommitWriters> logger) : IHostedService
{
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Observe(() => queue.Count);
        _running = Task.WhenAll(Enumerable.Range(0, options.Value.Writers).Select(_ => Task.Run(RunAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        await _running.WaitAsync(cancellationToken);
    }

    private Task RunAsync()
    {
        var connection = new CommitConnection(source.Commits, options.Value.StatementTimeoutSeconds);
        return new CommitWriter(queue, connection, partitions, status, metrics, time, logger).RunAsync();
    }
}
