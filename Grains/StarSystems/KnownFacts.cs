using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// What was told already. Observations and another detector tell of the same, each with its own view of when it was; a
/// pass of the tick is told once.
/// </summary>
internal static class KnownFacts
{
    /// <summary>Gaps are told in tenths of minutes, so that an interval may seem to reach this far into the one before.</summary>
    public static readonly TimeSpan Rounding = TimeSpan.FromSeconds(6);

    /// <summary>Factions that came or left, or expanded, are the same where they are told within this.</summary>
    public static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>True where one of the tick's passes is known from an interval that its own reaches into, or was overtaken.</summary>
    public static bool IsKnown(StarSystemState system, SystemTick tick) =>
        (tick.Metrics.TellsOfStatePass && Reaches(tick, system.StatePass)) || (tick.Metrics.TellsOfInfPass && Reaches(tick, system.InfPass));

    public static bool IsKnown(StarSystemState system, FactionExpandedFrom expansion) =>
        system.LastExpansion is { } last && last.Faction == expansion.Faction && (expansion.OccurredAt - last.OccurredAt).Duration() < OneDay;

    /// <summary>What of the changes was not told yet; null where all was.</summary>
    public static FactionsChanged? Unknown(StarSystemState system, FactionsChanged changes)
    {
        var news = changes;
        if (system.LastFactionsChanged is { } last && (changes.OccurredAt - last.OccurredAt).Duration() < OneDay)
        {
            news = changes with
            {
                FactionChanges = new(
                    Without(changes.FactionChanges.Retreated, last.FactionChanges.Retreated),
                    Without(changes.FactionChanges.Arrived, last.FactionChanges.Arrived)),
            };
        }

        return news.FactionChanges.IsEmpty ? null : news;
    }

    private static bool Reaches(SystemTick tick, TickInterval? known) =>
        known is not null && (known.Until - tick.Since > Rounding || tick.Timestamp <= known.Until);

    private static ImmutableArray<string> Without(ImmutableArray<string> names, ImmutableArray<string> known) =>
        [.. names.Where(name => !known.Contains(name, StringComparer.Ordinal))];
}
