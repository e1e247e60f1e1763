using System.Globalization;
using OrleansGameState.Grains.Interfaces.Cluster;
using OrleansGameState.Hosting.Board;
using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>What the ingestors tell the cluster's board. Their process goes by the name that holds its leases.</summary>
internal sealed class FeedsBoardPart(FeedLeases leases) : IBoardPart
{
    public ProcessReport AddTo(ProcessReport report) => report with
    {
        Process = leases.Holder,
        Roles = [.. report.Roles, "ingestors"],
        Feeds = [.. leases.Standings.Select(Told)],
    };

    // The board knows worlds; a feed whose parts are none goes by both names.
    private static FeedStandingReport Told(FeedStanding standing) =>
        int.TryParse(standing.Part, NumberStyles.None, CultureInfo.InvariantCulture, out var worldId)
            ? Told(standing, standing.Feed, worldId)
            : Told(standing, $"{standing.Feed}/{standing.Part}", 0);

    private static FeedStandingReport Told(FeedStanding standing, string feed, int worldId) => new(
        feed,
        worldId,
        standing.State switch
        {
            LeaseState.Active => "active",
            LeaseState.Standby => "standby",
            _ => "unknown",
        },
        standing.Holder,
        standing.Since,
        standing.Measures.LastFrameAt,
        standing.Measures.EventsPerMinute);
}
