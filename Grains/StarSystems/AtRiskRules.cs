using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Non-native factions that may soon retreat, and those that just did with the last that was known of them.</summary>
internal static class AtRiskRules
{
    /// <summary>A share of influence; a retreat begins at half of it.</summary>
    public const decimal Threshold = 0.05m;

    public static ImmutableArray<AtRiskFaction> Of(StarSystemState system, string systemName, List<FactionPair> pairs) =>
    [
        .. pairs
            .Select(pair => pair.After ?? pair.Before!)
            .Where(faction => faction.Influence < Threshold && !IsBystander(faction) && !IsNative(system, systemName, faction.Name))
            .Select(faction => new AtRiskFaction(faction.Name, faction.Influence, faction.PreviousInfluence ?? faction.Influence, RetreatState(faction))),
    ];

    /// <summary>At home here: as data told, else as its name tells.</summary>
    public static bool IsNative(StarSystemState system, string systemName, string faction) =>
        system.NativeFactions.Contains(faction, StringComparer.Ordinal) || faction.Contains(systemName, StringComparison.OrdinalIgnoreCase);

    // The game lists some that take no part, with no influence anywhere, such as the Pilots' Federation.
    private static bool IsBystander(FactionPresence faction) => faction.Influence == 0 && faction.PreviousInfluence is null or 0;

    private static string RetreatState(FactionPresence faction) =>
        faction.ActiveStates.Contains(States.Retreat) ? "Active"
        : faction.PendingStates.Contains(States.Retreat) ? "Pending"
        : faction.RecoveringStates.Contains(States.Retreat) ? "Recovering"
        : "None";
}
