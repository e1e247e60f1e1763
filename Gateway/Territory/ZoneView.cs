using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>A zone as HTTP and realtime clients see it.</summary>
internal sealed record ZoneView(
    int WorldId,
    uint ZoneId,
    string Name,
    ZoneStatus Status,
    Faction? LockedBy,
    DateTimeOffset? StatusSince,
    long Sequence,
    DateTimeOffset AsOf,
    DateOnly? MapVersion,
    IReadOnlyList<FacilityView> Facilities,
    IReadOnlyList<int[]> Links,
    IReadOnlyList<ControlView> Control,
    AlertView? Alert,
    LastLockView? LastLock);
