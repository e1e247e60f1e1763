using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A player as clients see them.</summary>
internal sealed record PlayerView(
    string Universe,
    string Player,
    long Sequence,
    DateTimeOffset AsOf,
    string Username,
    string? Team,
    Ship? Ship,
    string? Sector,
    bool IsPresent,
    bool IsActive,
    bool IsDocked,
    bool IsLanded,
    string? Port,
    string? Planet,
    int Turns,
    DateTimeOffset? LastActivityAt,
    DateTimeOffset? ArrivedAt,
    DateTimeOffset? AwaySince,
    PlayerSession? Session,
    AriaView Aria);
