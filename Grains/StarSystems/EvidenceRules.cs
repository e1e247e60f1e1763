using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>What a state change of a system tells of the galaxy's tick.</summary>
internal static class EvidenceRules
{
    public static IEnumerable<GalaxyEvent> Note(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, StateChangeNoted noted, DateTimeOffset now)
    {
        if (IsKnown(galaxy, noted.Evidence) || IsTooLate(galaxy, noted.Evidence, now))
        {
            return [];
        }

        if (galaxy.LastTick is not { } last || noted.Evidence.Since >= last.StartedAt + options.Settle)
        {
            return NoteUnexplained(galaxy, traffic, options, noted, now);
        }

        return noted.Evidence.Until < last.StartedAt - options.Slack || IsOfTheTickBefore(galaxy, options, last, noted.Evidence) ? []
            : noted.Evidence.Until < last.StartedAt ? [StartedEarlier(last, noted.Evidence)]
            : last.Standing == GalaxyTickStanding.Doubtful ? BearOut(galaxy, traffic, options, last, noted)
            : [];
    }

    /// <summary>The tick that a run of changes gives; null while none does.</summary>
    public static GalaxyTick? TickOf(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, DateTimeOffset now)
    {
        var notBefore = galaxy.LastTick is { } last ? last.StartedAt + options.Minimum : DateTimeOffset.MinValue;
        return TickCalling.Find(galaxy, traffic, notBefore, options.LeastSystems) is { } run && run.First.Tick is { } first && run.Confidence >= options.DoubtfulConfidence
            ? new(GalaxyRules.IdOf(run.First.Until), run.First.Until, now, run.Confidence, Standing(run.Confidence, options), run.Systems, first)
            : null;
    }

    /// <summary>The tick as started by a system that was heard of late.</summary>
    public static GalaxyTickRevised StartedEarlier(GalaxyTick tick, StateChangeEvidence earlier) => new(
        earlier.Until,
        tick with { StartedAt = earlier.Until, First = earlier.Tick ?? tick.First, Systems = tick.Systems + 1 },
        "A message that came late shows that it started earlier.");

    private static IEnumerable<GalaxyEvent> NoteUnexplained(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, StateChangeNoted noted, DateTimeOffset now)
    {
        yield return noted;
        var after = galaxy.Apply(noted);
        if (TickOf(after, traffic, options, now) is { } tick)
        {
            yield return GalaxyRules.Call(after, tick);
        }
    }

    private static IEnumerable<GalaxyEvent> BearOut(GalaxyState galaxy, FeedTraffic traffic, GalaxyOptions options, GalaxyTick tick, StateChangeNoted noted)
    {
        yield return noted;
        var run = TickCalling.Find(galaxy.Apply(noted), traffic, tick.StartedAt, options.LeastSystems);
        if (run is { } borne && Confidence(tick, borne) is var confidence && confidence >= options.ConfirmedConfidence)
        {
            yield return new GalaxyTickRevised(
                noted.Evidence.Until,
                Confirmed(tick, borne, options) with { Confidence = confidence, Standing = GalaxyTickStanding.Confirmed, Systems = borne.Systems },
                "The systems that followed bear it out.");
        }
    }

    // Another detector's word and what was seen here are doubted apart.
    private static double Confidence(GalaxyTick tick, TickRun run) =>
        tick.First.Source == TickSource.Relayed && tick.Confidence <= GalaxyRules.RelayedConfidence
            ? 1 - ((1 - GalaxyRules.RelayedConfidence) * (1 - run.Confidence))
            : run.Confidence;

    // A false tick that another detector told of does not lend its start to the true one that followed.
    private static GalaxyTick Confirmed(GalaxyTick tick, TickRun run, GalaxyOptions options) =>
        run.First.Until > tick.StartedAt + options.Slack && run.First.Tick is { } first
            ? tick with { StartedAt = run.First.Until, First = first }
            : tick;

    private static bool IsKnown(GalaxyState galaxy, StateChangeEvidence change)
    {
        foreach (var one in galaxy.Evidence)
        {
            if (one.SystemAddress == change.SystemAddress)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTooLate(GalaxyState galaxy, StateChangeEvidence change, DateTimeOffset now) =>
        change.Until < now - GalaxyRules.Lateness
        || (!galaxy.Evidence.IsEmpty && change.Until < galaxy.Evidence[^1].Until - GalaxyState.EvidenceKept);

    private static bool IsOfTheTickBefore(GalaxyState galaxy, GalaxyOptions options, GalaxyTick last, StateChangeEvidence change)
    {
        var before = galaxy.Ticks.LastOrDefault(tick => tick.Standing != GalaxyTickStanding.Withdrawn && tick.Id != last.Id);
        return before is not null && change.Since < before.StartedAt + options.Settle;
    }

    private static GalaxyTickStanding Standing(double confidence, GalaxyOptions options) =>
        confidence >= options.ConfirmedConfidence ? GalaxyTickStanding.Confirmed : GalaxyTickStanding.Doubtful;
}
