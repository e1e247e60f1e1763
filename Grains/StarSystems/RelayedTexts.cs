using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Whether texts of another detector can be stored.</summary>
internal static class RelayedTexts
{
    public static Rejection? Refuse(SystemTick tick) =>
        JsonText.Refuse(tick.Extra, "extra", "A tick's unknown member")
        ?? JsonText.Refuse(tick.Metrics.Extra, "metrics.extra", "A tick's unknown member")
        ?? JsonText.Refuse(tick.Metrics.CmfName, "metrics.cmfName", "The controlling faction's name")
        ?? JsonText.Refuse(tick.Metrics.BgsActivityEstimate.Label, "metrics.BGSActivityEstimate.label", "The estimate's label")
        ?? Refuse(tick.Metrics.FactionChanges)
        ?? Refuse(tick.Metrics.AtRiskNNFactions);

    public static Rejection? Refuse(FactionsChanged changes) =>
        JsonText.Refuse(changes.Extra, "extra", "An unknown member") ?? Refuse(changes.FactionChanges);

    public static Rejection? Refuse(FactionExpandedFrom expansion) =>
        JsonText.Refuse(expansion.Extra, "extra", "An unknown member") ?? JsonText.Refuse(expansion.Faction, "faction", "The faction's name");

    private static Rejection? Refuse(FactionChangeSet changes) =>
        changes.Retreated.Concat(changes.Arrived).Select(name => JsonText.Refuse(name, "factionChanges", "A faction's name")).FirstOrDefault(refusal => refusal is not null);

    private static Rejection? Refuse(ImmutableArray<AtRiskFaction> factions) => factions
        .Select(faction => JsonText.Refuse(faction.Name, "atRiskNNFactions.name", "A faction's name") ?? JsonText.Refuse(faction.RetreatState, "atRiskNNFactions.retreatState", "A state of retreat"))
        .FirstOrDefault(refusal => refusal is not null);
}
