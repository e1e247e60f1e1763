using Google.Protobuf.WellKnownTypes;
using OrleansGameState.Gateway.StarSystems.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using Domain = OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Ticks of systems and of the galaxy as gRPC messages. The enums' numbers are the same on both sides.</summary>
internal static class TickMessages
{
    public static SystemTick Of(Domain.SystemTick tick) => new()
    {
        System = tick.System,
        SystemAddress = tick.SystemAddress,
        TimeGapMins = (tick.Timestamp - tick.Since).TotalMinutes,
        Timestamp = Time(tick.Timestamp),
        DayCount = tick.DayCount,
        IsColony = tick.IsColony,
        Metrics = Of(tick.Metrics),
        Source = (TickSource)tick.Source,
        ExtraJson = tick.Extra,
    };

    /// <summary>A tick with its place in the system's history.</summary>
    public static RecordedTick RecordedOf(Envelope envelope)
    {
        var fact = (Domain.SystemTicked)envelope.Event;
        return new()
        {
            Sequence = envelope.Sequence,
            At = Time(envelope.At),
            Source = (TickSource)fact.Tick.Source,
            Reverts = fact.Reverts,
            Tick = Of(fact.Tick),
        };
    }

    public static GalaxyTick Of(Domain.GalaxyTick tick) => new()
    {
        Id = tick.Id,
        StartedAt = Time(tick.StartedAt),
        DetectedAt = Time(tick.DetectedAt),
        Confidence = tick.Confidence,
        Standing = (GalaxyTickStanding)tick.Standing,
        Systems = tick.Systems,
        Tick = Of(tick.First),
    };

    public static Hour Of(Domain.HourTally hour) => new()
    {
        Hour_ = Time(hour.Hour),
        SystemTicks = hour.SystemTicks,
        StateChanges = hour.StateChanges,
        Busiest = { hour.Busiest.Select(busy => new BusySystem { SystemAddress = busy.SystemAddress, System = busy.System, Timestamp = Time(busy.Timestamp), Activity = Of(busy.Activity) }) },
        AtRisk = { hour.AtRisk.Select(risk => new FactionAtRisk { SystemAddress = risk.SystemAddress, System = risk.System, Timestamp = Time(risk.Timestamp), Faction = Of(risk.Faction) }) },
    };

    public static FactionsChanged Of(Domain.FactionsChanged e) => new()
    {
        System = e.System,
        SystemAddress = e.SystemAddress,
        IsColony = e.IsColony,
        Timestamp = Time(e.OccurredAt),
        FactionChanges = Of(e.FactionChanges),
        Source = (TickSource)e.Source,
        ExtraJson = e.Extra,
    };

    public static FactionExpandedFrom Of(Domain.FactionExpandedFrom e) => new()
    {
        System = e.System,
        SystemAddress = e.SystemAddress,
        IsColony = e.IsColony,
        Timestamp = Time(e.OccurredAt),
        Faction = e.Faction,
        InfDrop = (double)e.InfDrop,
        HasExpanded = e.HasExpanded,
        Source = (TickSource)e.Source,
        ExtraJson = e.Extra,
    };

    public static GalaxyTickRevised Of(Domain.GalaxyTickRevised e) => new() { Tick = Of(e.Tick), Reason = e.Reason };

    public static GalaxyTickOverdue Of(Domain.GalaxyTickOverdue e) => new() { LastTick = Time(e.LastTick), NoticedAt = Time(e.OccurredAt) };

    /// <summary>What is announced, under its topic.</summary>
    public static WatchTicksResponse Of(string topic, object fact) => fact switch
    {
        Domain.SystemTicked e => new() { SystemTick = Of(e.Tick) },
        Domain.GalaxyTickCalled e => new() { GalaxyTick = Of(e.Tick.First) },
        Domain.FactionsChanged e => new() { FactionChanges = Of(e) },
        Domain.FactionExpandedFrom e => new() { FactionExpandedFrom = Of(e) },
        Domain.GalaxyTickRevised e => new() { GalaxyTickRevised = Of(e) },
        Domain.GalaxyTickOverdue e => new() { GalaxyTickOverdue = Of(e) },
        _ => throw new NotSupportedException($"{fact.GetType()} is not told under {topic}."),
    };

    public static Timestamp Time(DateTimeOffset at) => Timestamp.FromDateTimeOffset(at);

    public static Timestamp? Time(DateTimeOffset? at) => at is { } known ? Timestamp.FromDateTimeOffset(known) : null;

    private static TickMetrics Of(Domain.TickMetrics metrics) => new()
    {
        TickPass = (TickPass)metrics.TickPass,
        StateChange = metrics.StateChange,
        InfChange = metrics.InfChange,
        InfStates = metrics.InfStates,
        CmfInf = (double)metrics.CmfInf,
        CmfName = metrics.CmfName,
        CmfHasExpanded = metrics.CmfHasExpanded,
        CmfInfDrop = (double)metrics.CmfInfDrop,
        CmfExpansionTax = metrics.CmfExpansionTax,
        ConflictEnded = metrics.ConflictEnded,
        FactionChanges = Of(metrics.FactionChanges),
        AtRiskNnFactions = { metrics.AtRiskNNFactions.Select(Of) },
        FacCount = metrics.FacCount,
        Population = metrics.Population,
        AllFacSwing = (double)metrics.AllFacSwing,
        BgsActivityEstimate = Of(metrics.BgsActivityEstimate),
        ActiveConflictCount = metrics.ActiveConflictCount,
        LockedInf = (double)metrics.LockedInf,
        ExtraJson = metrics.Extra,
    };

    private static FactionChanges Of(Domain.FactionChangeSet changes) => new() { Retreated = { changes.Retreated }, Arrived = { changes.Arrived } };

    private static AtRiskFaction Of(Domain.AtRiskFaction faction) => new()
    {
        Name = faction.Name,
        NewInf = (double)faction.NewInf,
        PreviousInf = (double)faction.PreviousInf,
        RetreatState = faction.RetreatState,
    };

    private static Activity Of(Domain.ActivityEstimate activity) => new()
    {
        Label = activity.Label,
        Value = (double)activity.Value,
        ValueAdj = (double)activity.ValueAdj,
        Bars = activity.Bars,
    };
}
