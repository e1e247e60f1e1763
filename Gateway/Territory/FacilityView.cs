using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>A facility of a zone; null is what is not known.</summary>
internal sealed record FacilityView(
    int FacilityId,
    int? RegionId,
    string Name,
    string? Type,
    double? X,
    double? Z,
    Faction? FactionId,
    long? OutfitId,
    DateTimeOffset? CapturedAt,
    int UncertaintySeconds,
    ChangeSource? Source,
    IReadOnlyList<string> Participants);
