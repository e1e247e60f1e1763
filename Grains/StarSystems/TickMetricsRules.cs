using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>What a tick changed, in the feed's terms: its glossary is the specification of every field.</summary>
internal static class TickMetricsRules
{
    /// <summary>The metrics of the tick between two observations; null where neither states nor influence changed.</summary>
    /// <param name="system">Which factions are at home here.</param>
    /// <param name="last">What was known.</param>
    /// <param name="next">What is seen, with the influence of before carried along.</param>
    /// <param name="since">When it was last as it was known.</param>
    /// <param name="options">What counts as an expansion's cost.</param>
    public static TickMetrics? Compare(StarSystemState system, Observation last, Observation next, DateTimeOffset since, StarSystemOptions options)
    {
        var pairs = FactionPair.Of(last.Factions, next.Factions);
        var stateChange = StatesCrc.Of(last.Factions) != StatesCrc.Of(next.Factions);
        var infChange = pairs.Exists(pair => pair.Before?.Influence != pair.After?.Influence);
        if (!stateChange && !infChange)
        {
            return null;
        }

        var infStates = next.Factions.Any(faction => faction.ActiveStates.Any(States.MovesInfluence));
        var controlling = Controlling(next, pairs);
        var (inf, drop) = (controlling.After?.Influence ?? 0, controlling is { Before: { } before, After: { } after } ? after.Influence - before.Influence : 0);
        var hasExpanded = controlling.After?.RecoveringStates.Contains(States.Expansion) ?? false;
        var swing = Share.Plain(pairs.Sum(Swing));
        ImmutableArray<FactionPresence> locked = [.. next.Factions.Where(faction => faction.ActiveStates.Any(States.IsConflict))];
        return new(
            Pass(stateChange, infChange, infStates),
            stateChange,
            infChange,
            infStates,
            inf,
            controlling.After?.Name ?? "",
            hasExpanded,
            Share.Rounded(drop),
            hasExpanded && -drop >= options.ExpansionTaxDrop,
            next.Factions.Any(faction => faction.RecoveringStates.Any(States.IsConflict)),
            Changes(pairs),
            AtRiskRules.Of(system, next.Name, pairs),
            next.Factions.Length,
            next.Population,
            swing,
            ActivityModel.Estimate(swing, next.Population, next.ObservedAt - since),
            locked.Length / 2,
            Share.Plain(locked.Sum(faction => faction.Influence)),
            "");
    }

    private static TickPass Pass(bool stateChange, bool infChange, bool infStates) =>
        !infChange ? TickPass.State
        : stateChange || infStates ? TickPass.Either
        : TickPass.Inf;

    // The journal names it; where that is none of the factions, the strongest is as good as certain to be it.
    private static FactionPair Controlling(Observation next, List<FactionPair> pairs)
    {
        var strongest = default(FactionPair);
        foreach (var pair in pairs)
        {
            if (pair.After is { } faction && faction.Name == next.ControllingFaction)
            {
                return pair;
            }

            strongest = pair.After?.Influence > (strongest.After?.Influence ?? -1) ? pair : strongest;
        }

        return strongest;
    }

    // Who came or left has no influence to compare with.
    private static decimal Swing(FactionPair pair) => pair is { Before: { } before, After: { } after } ? Math.Abs(after.Influence - before.Influence) : 0;

    private static FactionChangeSet Changes(List<FactionPair> pairs)
    {
        ImmutableArray<string> retreated = [.. pairs.Where(pair => pair.After is null).Select(pair => pair.Before!.Name)];
        ImmutableArray<string> arrived = [.. pairs.Where(pair => pair.Before is null).Select(pair => pair.After!.Name)];
        return retreated.IsEmpty && arrived.IsEmpty ? FactionChangeSet.None : new(retreated, arrived);
    }
}
