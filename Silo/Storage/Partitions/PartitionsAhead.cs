namespace OrleansGameState.Silo.Storage.Partitions;

/// <summary>Makes the coming months' partitions daily, long before a commit needs one.</summary>
internal sealed class PartitionsAhead(EventPartitions partitions, TimeProvider time, ILogger<PartitionsAhead> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start made them for now.
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await EnsureAsync(stoppingToken);
        }
    }

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        try
        {
            await partitions.EnsureAheadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotMade(logger, exception);
        }
    }
}
