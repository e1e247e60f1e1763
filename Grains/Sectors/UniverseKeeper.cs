using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Wakes all universes, after the start and every few minutes: one that sleeps is not swept.</summary>
internal sealed class UniverseKeeper(IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<UniverseKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    /// <summary>Returns false where they could not be woken.</summary>
    internal async Task<bool> WakeAll()
    {
        try
        {
            foreach (var universe in await grains.GetGrain<IPresenceGrain>(IPresenceGrain.All).ListUniverses())
            {
                await grains.GetGrain<IUniverseGrain>(universe).GetStatus();
            }

            return true;
        }
        catch (Exception exception)
        {
            UniverseLog.NotWoken(logger, exception);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        while (true)
        {
            var wait = await WakeAll() ? Every : Again;
            await Task.Delay(wait, time, stoppingToken);
        }
    }

    // Grains can be called once the silo is up.
    private async Task Started(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
    }
}
