using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Bench.Stars;

/// <summary>The star systems' feed as the ingestor runs it, from the frame on: one frame after the other is inflated, parsed and queued for its system.</summary>
internal sealed class StarFeed : IDisposable
{
    private const int QueuedCalls = 2_000;

    private readonly OrderedDispatcher _dispatcher = new(QueuedCalls, 1, NullLogger.Instance, CancellationToken.None);
    private readonly MeasuredFeed _eddn = new(StarSystemFeeds.Eddn, new(TimeProvider.System));
    private readonly StarSystemFeed _feed;

    public StarFeed(IGrainFactory grains)
    {
        var target = new StarSystemTarget(grains, _dispatcher, new GrainCalls(TimeProvider.System, NullLogger.Instance), NullLogger.Instance);
        _feed = new([_eddn], isLive: true, target, new HeldLeases(), TimeProvider.System, NullLogger.Instance);
    }

    /// <summary>Takes frames; completes once the last of them is answered, which is when it is durable.</summary>
    public async Task<long> TakeAsync(byte[][] frames)
    {
        var (accepted, refusals) = (Accepted, Refusals);
        foreach (var frame in frames)
        {
            await _feed.Take(_feed.Open(new(TimeProvider.System.GetUtcNow(), StarSystemFeeds.EddnFrames, frame) { IsDeflated = true }), CancellationToken.None);
        }

        await _dispatcher.WhenIdle();
        return Accepted - accepted == frames.Length && Refusals == refusals
            ? frames.Length
            : throw new InvalidOperationException($"Of {frames.Length} frames {Accepted - accepted} were accepted and {Refusals - refusals} refused.");
    }

    public void Dispose() => _dispatcher.Dispose();

    private long Accepted => _eddn.At(TimeProvider.System.GetUtcNow()).Accepted;

    private long Refusals => _eddn.At(TimeProvider.System.GetUtcNow()).Refusals.Values.Sum();
}
