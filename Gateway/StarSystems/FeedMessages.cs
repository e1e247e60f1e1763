using System.Globalization;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>From the grains' facts to the Tick Detector feed's messages.</summary>
internal static class FeedMessages
{
    private const string Schema = "notYetImplemented";

    public static SystemTickMessage Of(SystemTick tick) => new(
        tick.System,
        tick.SystemAddress,
        Schema,
        ((tick.Timestamp - tick.Since).Ticks / (decimal)TimeSpan.TicksPerMinute).ToString("0.0", CultureInfo.InvariantCulture),
        Timestamp(tick.Timestamp),
        tick.DayCount,
        tick.IsColony,
        Of(tick.Metrics))
    {
        Extra = Extra(tick.Extra),
    };

    public static FactionsChangedMessage Of(FactionsChanged change) =>
        new(change.System, change.SystemAddress, change.IsColony, Timestamp(change.OccurredAt), Of(change.FactionChanges)) { Extra = Extra(change.Extra) };

    public static FactionExpandedFromMessage Of(FactionExpandedFrom expansion) => new(
        expansion.System,
        expansion.SystemAddress,
        expansion.IsColony,
        Timestamp(expansion.OccurredAt),
        expansion.Faction,
        expansion.InfDrop.ToString("0.0000########", CultureInfo.InvariantCulture),
        expansion.HasExpanded)
    {
        Extra = Extra(expansion.Extra),
    };

    public static GalaxyTickRevisedMessage Of(GalaxyTickRevised revision)
    {
        var tick = revision.Tick;
        return new(tick.Id, tick.StartedAt, tick.DetectedAt, tick.Confidence, tick.Standing, tick.Systems, Of(tick.First), revision.Reason);
    }

    public static GalaxyTickOverdueMessage Of(GalaxyTickOverdue overdue) => new(overdue.LastTick, overdue.OccurredAt);

    public static ActivityMessage Of(ActivityEstimate activity) =>
        new(activity.Label, Plain(activity.Value), Plain(activity.ValueAdj), activity.Bars);

    /// <summary>Whole seconds, in UTC with a Z.</summary>
    public static string Timestamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The number without the zeros at its end, which a decimal remembers.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static TickMetricsMessage Of(TickMetrics metrics) => new(
        metrics.TickPass.ToString(),
        metrics.StateChange,
        metrics.InfChange,
        metrics.InfStates,
        Plain(metrics.CmfInf),
        metrics.CmfName,
        metrics.CmfHasExpanded,
        Plain(metrics.CmfInfDrop),
        metrics.CmfExpansionTax,
        metrics.ConflictEnded,
        Of(metrics.FactionChanges),
        [.. metrics.AtRiskNNFactions.Select(faction => new AtRiskFactionMessage(faction.Name, Plain(faction.NewInf), Plain(faction.PreviousInf), faction.RetreatState))],
        metrics.FacCount,
        metrics.Population,
        Plain(metrics.AllFacSwing),
        Of(metrics.BgsActivityEstimate),
        metrics.ActiveConflictCount,
        Plain(metrics.LockedInf))
    {
        Extra = Extra(metrics.Extra),
    };

    private static FactionChangesMessage Of(FactionChangeSet changes) => new(changes.Retreated, changes.Arrived);

    private static Dictionary<string, JsonElement>? Extra(string members) =>
        members.Length == 0 ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(members);
}
