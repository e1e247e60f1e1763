using System.Collections.Immutable;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Reads a relayed tick's metrics. What is absent counts as nothing having happened; older messages lack some.</summary>
internal static class MetricsReader
{
    private static readonly ImmutableSortedSet<string> RetreatStates = ["Active", "None", "Pending", "Recovering"];

    public static TickMetrics Read(RelayedFields fields)
    {
        var (states, influence) = (fields.Flag("stateChange") ?? false, fields.Flag("infChange") ?? false);
        var changes = fields.Object("factionChanges");
        var estimate = fields.Object("BGSActivityEstimate");
        var metrics = new TickMetrics(
            PassOf(fields, states, influence),
            states,
            influence,
            fields.Flag("infStates") ?? false,
            fields.Number("cmfInf", 0, 1) ?? 0,
            fields.Text("cmfName") ?? "",
            fields.Flag("cmfHasExpanded") ?? false,
            fields.Number("cmfInfDrop", -1, 1) ?? 0,
            fields.Flag("cmfExpansionTax") ?? false,
            fields.Flag("conflictEnded") ?? false,
            ChangesOf(changes),
            [.. fields.List("atRiskNNFactions").Select(value => AtRisk(fields, value)).OfType<AtRiskFaction>()],
            (int)fields.Whole("facCount", 0, int.MaxValue),
            fields.Whole("population", 0, long.MaxValue),
            fields.Number("allFacSwing", 0, 100) ?? 0,
            EstimateOf(estimate),
            (int)fields.Whole("activeConflictCount", 0, int.MaxValue),
            fields.Number("lockedInf", 0, 2) ?? 0,
            fields.Extra());
        fields.Join(changes);
        fields.Join(estimate);
        return metrics;
    }

    public static FactionChangeSet ChangesOf(RelayedFields? fields) =>
        fields is null ? FactionChangeSet.None : new(fields.Names("retreated"), fields.Names("arrived"));

    private static TickPass PassOf(RelayedFields fields, bool states, bool influence) => fields.Text("tickPass") switch
    {
        "State" => TickPass.State,
        "Inf" => TickPass.Inf,
        "Either" => TickPass.Either,
        null => influence ? states ? TickPass.Either : TickPass.Inf : TickPass.State,
        _ => fields.Unknown("tickPass", "State, Inf or Either", TickPass.Either),
    };

    private static ActivityEstimate EstimateOf(RelayedFields? fields)
    {
        var value = fields?.Number("value", 0, 1_000_000) ?? 0;
        return new(
            fields?.Text("label") ?? "Low",
            value,
            fields?.Number("valueAdj", 0, 1_000_000) ?? value,
            (int)(fields?.Whole("bars", 0, 5) ?? 0));
    }

    private static AtRiskFaction? AtRisk(RelayedFields outer, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return outer.Unknown<AtRiskFaction?>("atRiskNNFactions", "a list of objects", null);
        }

        var fields = new RelayedFields(value);
        var state = fields.Text("retreatState") ?? "None";
        var faction = new AtRiskFaction(
            fields.Name("name"),
            fields.Number("newInf", 0, 1) ?? 0,
            fields.Number("previousInf", 0, 1) ?? 0,
            RetreatStates.Contains(state) ? state : "None");
        outer.Join(fields);
        return faction;
    }
}
