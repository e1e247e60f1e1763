using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Whether feeds can be trusted.</summary>
internal static class GalaxyFeedRules
{
    // Each is kept in the state by name.
    private const int MostFeeds = 8;

    public static Decision<GalaxyEvent> Decide(GalaxyState galaxy, ReportGalaxyFeed report)
    {
        var isDegraded = galaxy.Troubles.ContainsKey(report.Feed);
        if (report.Healthy)
        {
            return isDegraded ? Decision<GalaxyEvent>.Of(new GalaxyFeedRecovered(report.Since, report.Feed)) : Decision<GalaxyEvent>.Nothing;
        }

        if (isDegraded)
        {
            return Decision<GalaxyEvent>.Nothing;
        }

        var refusal = JsonText.Refuse(report.Feed, "feed", "The feed's name") ?? JsonText.Refuse(report.Reason, "reason", "Why the feed is degraded");
        return refusal is not null ? new([], [refusal])
            : galaxy.Troubles.Count >= MostFeeds ? Decision<GalaxyEvent>.Reject("unknown", "feed", $"'{report.Feed}' is one feed too many.")
            : Decision<GalaxyEvent>.Of(new GalaxyFeedDegraded(report.Since, report.Feed, report.Reason));
    }
}
