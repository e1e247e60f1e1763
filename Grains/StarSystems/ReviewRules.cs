using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>What the passing of time tells of the galaxy's tick.</summary>
internal static class ReviewRules
{
    public static IEnumerable<GalaxyEvent> Review(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, DateTimeOffset now)
    {
        var last = galaxy.LastTick;
        if (last is { Standing: GalaxyTickStanding.Doubtful } && traffic.Heard(last.DetectedAt, now) >= options.BorneOut)
        {
            var withdrawn = last with { Standing = GalaxyTickStanding.Withdrawn, Confidence = 0 };
            yield return new GalaxyTickRevised(now, withdrawn, "The systems that followed did not bear it out.");
            galaxy = galaxy.Apply(new GalaxyTickRevised(now, withdrawn, ""));
        }
        else if (EvidenceRules.TickOf(galaxy, traffic, options, now) is { } tick)
        {
            yield return GalaxyRules.Call(galaxy, tick);
            yield break;
        }

        if (galaxy.OverdueSince is null && LastSign(galaxy) is { } sign && now - sign >= options.Overdue)
        {
            yield return new GalaxyTickOverdue(now, galaxy.LastTick?.StartedAt);
        }
    }

    // Where no tick is known, a day's wait begins with the first thing that was heard.
    private static DateTimeOffset? LastSign(GalaxyState galaxy)
    {
        if (galaxy.LastTick is { } last)
        {
            return last.StartedAt;
        }

        var heard = galaxy.Hours.Select(tally => tally.Hour).Concat(galaxy.Unexplained.Select(quarter => quarter.From)).ToArray();
        return heard.Length == 0 ? null : heard.Min();
    }
}
