using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>The game's last word on a zone's lock.</summary>
internal sealed record LastLockView(
    DateTimeOffset OccurredAt,
    Faction? TriggeringFaction,
    Faction? PreviousFaction,
    Populations? Populations,
    int? MetagameEventId);
