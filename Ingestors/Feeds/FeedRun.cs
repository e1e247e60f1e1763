using Microsoft.Extensions.Logging;
using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// One run of a feed around its leases: they are renewed for as long as it takes, and where it stops, what was begun is told
/// before they are given up.
/// </summary>
internal static class FeedRun
{
    private const int QueuedCalls = 2_000;

    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(10);

    /// <param name="held">The feed's leases.</param>
    /// <param name="callsInFlight">How much of one entity may be under way.</param>
    /// <param name="run">The feed; what it tells goes by the dispatcher.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of work that fails.</param>
    public static async Task Around(PartLeases held, int callsInFlight, Func<OrderedDispatcher, Task> run, TimeProvider time, ILogger logger)
    {
        using var abandon = new CancellationTokenSource();
        using var dispatcher = new OrderedDispatcher(QueuedCalls, callsInFlight, logger, abandon.Token);
        using var ended = new CancellationTokenSource();
        var renewing = held.Run(ended.Token);
        try
        {
            await run(dispatcher);
        }
        finally
        {
            await Finish(dispatcher, time, logger);
            await abandon.CancelAsync();
            await ended.CancelAsync();
            await renewing;
            await held.Release();
        }
    }

    // Time enough for what is under way; the next to hold the leases tells the rest.
    private static async Task Finish(OrderedDispatcher dispatcher, TimeProvider time, ILogger logger)
    {
        await dispatcher.WhenIdle().WaitAsync(DrainPatience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!dispatcher.WhenIdle().IsCompleted)
        {
            Log.NotAllTold(logger, DrainPatience.TotalSeconds);
        }
    }
}
