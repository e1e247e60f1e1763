using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>The star systems' grains and the galaxy's.</summary>
internal sealed class StarSystemTarget(IGrainFactory grains, OrderedDispatcher dispatcher, GrainCalls calls, ILogger logger) : IStarSystemTarget
{
    private readonly ConcurrentDictionary<string, Task> _reports = new();

    public ValueTask Tell(MeasuredFeed feed, long systemAddress, StarSystemCommand command, CancellationToken cancellationToken)
    {
        var key = StarSystemKeys.StarSystem(systemAddress);
        var frame = feed.Measures.Taking;
        return dispatcher.Enqueue(key, null, Call, cancellationToken);

        async Task Call(CancellationToken stopping)
        {
            var result = await calls.Invoke(key, () => grains.GetGrain<IStarSystemGrain>(key).Execute(command), stopping);
            Settle(feed, key, command is DescribeSystem ? 0 : 1, result);
            FeedTraces.Answered(command, result);
            feed.Measures.Settled(frame);
        }
    }

    public ValueTask Tell(MeasuredFeed feed, GalaxyCommand command, CancellationToken cancellationToken)
    {
        var frame = feed.Measures.Taking;
        return dispatcher.Enqueue(StarSystemKeys.Galaxy, null, Call, cancellationToken);

        async Task Call(CancellationToken stopping)
        {
            var result = await calls.Invoke(StarSystemKeys.Galaxy, () => Galaxy.Execute(command), stopping);
            Settle(feed, StarSystemKeys.Galaxy, command is ReportGalaxyFeed ? 0 : 1, result);
            FeedTraces.Answered(command, result);
            feed.Measures.Settled(frame);
        }
    }

    public void Report(StarSystemFeedReport report)
    {
        if (!_reports.TryGetValue(report.Feed, out var last) || last.IsCompleted)
        {
            _reports[report.Feed] = Deliver(report);
        }
    }

    private IGalaxyGrain Galaxy => grains.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy);

    private async Task Deliver(StarSystemFeedReport report)
    {
        try
        {
            await Galaxy.ReportFeed(report);
        }
        catch (Exception exception)
        {
            Log.ReportLost(logger, report.Feed, exception);
        }
    }

    private void Settle(MeasuredFeed feed, string key, int messages, CommandResult? result)
    {
        if (result is null)
        {
            feed.Measures.Refused(FrameRefusal.CallFailed, feed.Name);
            return;
        }

        if (result.Rejections.IsEmpty && messages > 0)
        {
            feed.Measures.Accepted(feed.Name, messages);
        }

        foreach (var rejection in result.Rejections)
        {
            feed.Measures.Refused(rejection.Code, feed.Name);
            Log.Rejected(logger, key, rejection.Code, rejection.Message);
        }
    }
}
