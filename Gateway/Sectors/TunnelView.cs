namespace OrleansGameState.Gateway.Sectors;

/// <summary>A warp tunnel as clients see it.</summary>
internal sealed record TunnelView(
    string Universe,
    string From,
    string To,
    string Type,
    double Stability,
    string Status,
    int TurnCost,
    int? MaxUses,
    int CurrentUses,
    int Reserved,
    int? UsesLeft,
    bool IsCharted,
    long Sequence,
    DateTimeOffset AsOf);
