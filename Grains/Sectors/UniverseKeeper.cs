using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Wakes all universes, soon after the start and every few minutes: one that sleeps is not swept.</summary>
internal sealed class UniverseKeeper(IGrainFactory grains, TimeProvider time, ILogger<UniverseKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Every)
        {
            await Task.Delay(wait, time, stoppingToken);
            await WakeAll();
        }
    }

    private async Task WakeAll()
    {
        try
        {
            foreach (var universe in await grains.GetGrain<IPresenceGrain>(IPresenceGrain.All).ListUniverses())
            {
                await grains.GetGrain<IUniverseGrain>(universe).GetStatus();
            }
        }
        catch (Exception exception)
        {
            UniverseLog.NotWoken(logger, exception);
        }
    }
}
