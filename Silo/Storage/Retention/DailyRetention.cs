namespace OrleansGameState.Silo.Storage.Retention;

/// <summary>Drops what is too old: at start, and daily.</summary>
internal sealed class DailyRetention(HistoryRetention retention, TimeProvider time, ILogger<DailyRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await DropAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        try
        {
            await retention.DropAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, exception);
        }
    }
}
