using System.Text.Json.Serialization;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// What this system's enums are called in the store. The words stand in databases: they are never changed, and never used
/// again for something else.
/// </summary>
internal static class SectorWords
{
    public static readonly JsonConverter[] All =
    [
        new WordJsonConverter<MoveVia>(
            (MoveVia.Warp, "warp"),
            (MoveVia.Tunnel, "tunnel")),
        new WordJsonConverter<PresenceReason>(
            (PresenceReason.Spawned, "spawned"),
            (PresenceReason.Moved, "moved"),
            (PresenceReason.Teleported, "teleported"),
            (PresenceReason.Returned, "returned"),
            (PresenceReason.Swept, "swept"),
            (PresenceReason.Healed, "healed")),
        new WordJsonConverter<ThreatLevel>(
            (ThreatLevel.Varies, "varies"),
            (ThreatLevel.Low, "low"),
            (ThreatLevel.Medium, "medium"),
            (ThreatLevel.High, "high")),
        new WordJsonConverter<TunnelEffectKind>(
            (TunnelEffectKind.RadiationExposure, "radiationExposure"),
            (TunnelEffectKind.SpacetimeAnomaly, "spacetimeAnomaly"),
            (TunnelEffectKind.TunnelDegradation, "tunnelDegradation"),
            (TunnelEffectKind.TunnelCollapse, "tunnelCollapse")),
        new WordJsonConverter<TunnelStatus>(
            (TunnelStatus.Active, "active"),
            (TunnelStatus.Unstable, "unstable"),
            (TunnelStatus.Degrading, "degrading"),
            (TunnelStatus.Collapsed, "collapsed"),
            (TunnelStatus.Maintenance, "maintenance"),
            (TunnelStatus.Forming, "forming")),
        new WordJsonConverter<ImportPhase>(
            (ImportPhase.Running, "running"),
            (ImportPhase.Done, "done")),
    ];
}
