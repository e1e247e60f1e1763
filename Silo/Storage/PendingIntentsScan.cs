using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// Has entities that still owe others something deliver it: at start, and every few seconds. Most deliver by
/// themselves right after their commit; this is for those that a failure kept from it, and for those whose record still
/// has what was delivered.
/// </summary>
internal sealed class PendingIntentsScan(
    IPendingIntents pending,
    IEnumerable<IEntityLocator> locators,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<PendingIntentsScan> logger) : BackgroundService
{
    private const int Most = 1000;
    private const int AtOnce = 16;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IEntityLocator> _locators = locators.ToDictionary(locator => locator.System);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ScanAsync(stoppingToken);
        }
    }

    internal async Task ScanAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await pending.FindAsync(Most, cancellationToken);
            var together = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(found, together, async (owing, _) => await DeliverAsync(owing.System, owing.Key));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.ScanFailed(logger, exception);
        }
    }

    // One that cannot be asked does not keep the others waiting.
    private async Task DeliverAsync(string system, string key)
    {
        try
        {
            await _locators[system].Locate(grains, key).DeliverPending();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.ScanFailed(logger, exception);
        }
    }
}
