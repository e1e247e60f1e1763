using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>A tick that another detector called: passed on at once, as doubtful until systems bear it out.</summary>
internal static class RelayedTickRules
{
    public static Decision<GalaxyEvent> Decide(GalaxyState galaxy, GalaxyOptions options, SystemTick first, DateTimeOffset now)
    {
        if (first.Timestamp > now + GalaxyRules.FutureTolerance)
        {
            return Decision<GalaxyEvent>.Reject("future", "timestamp", $"The tick of {first.System} is told to be of {first.Timestamp:O}, which is ahead of the clock.");
        }

        if (first.Timestamp < now - GalaxyRules.Lateness)
        {
            return Decision<GalaxyEvent>.Reject("older", "timestamp", $"The tick of {first.System} is told to be of {first.Timestamp:O}, which is too long ago to begin a tick now.");
        }

        var refusal = JsonText.Refuse(first.System, "system", "The system's name") ?? RelayedTexts.Refuse(first);
        return refusal is not null ? new([], [refusal]) : Take(galaxy, options, first, now);
    }

    private static Decision<GalaxyEvent> Take(GalaxyState galaxy, GalaxyOptions options, SystemTick first, DateTimeOffset now)
    {
        var id = GalaxyRules.IdOf(first.Timestamp);
        if (galaxy.LastTick is not { } last || first.Timestamp >= last.StartedAt + options.Minimum)
        {
            var tick = new GalaxyTick(id, first.Timestamp, now, GalaxyRules.RelayedConfidence, GalaxyTickStanding.Doubtful, 1, first);
            return galaxy.Ticks.Any(known => known.Id == id) ? Decision<GalaxyEvent>.Nothing : Decision<GalaxyEvent>.Of(new GalaxyTickCalled(first.Timestamp, tick));
        }

        return first.Timestamp < last.StartedAt && first.Timestamp >= last.StartedAt - options.Slack
            ? Decision<GalaxyEvent>.Of(EvidenceRules.StartedEarlier(last, new(first.SystemAddress, first.Since, first.Timestamp, first)))
            : Decision<GalaxyEvent>.Nothing;
    }
}
