using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>Keeps what the feed tells, in order, for tests of the feed alone.</summary>
internal sealed class RecordingSystems : IStarSystemTarget
{
    public List<(string Feed, long SystemAddress, StarSystemCommand Command)> Systems { get; } = [];

    public List<(string Feed, GalaxyCommand Command)> Galaxy { get; } = [];

    public List<StarSystemFeedReport> Reports { get; } = [];

    public ValueTask Tell(MeasuredFeed feed, long systemAddress, StarSystemCommand command, CancellationToken cancellationToken)
    {
        Systems.Add((feed.Name, systemAddress, command));
        return ValueTask.CompletedTask;
    }

    public ValueTask Tell(MeasuredFeed feed, GalaxyCommand command, CancellationToken cancellationToken)
    {
        Galaxy.Add((feed.Name, command));
        return ValueTask.CompletedTask;
    }

    public void Report(StarSystemFeedReport report) => Reports.Add(report);
}
