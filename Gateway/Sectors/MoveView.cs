using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The answer to a move.</summary>
internal sealed record MoveView(
    string MoveId,
    string From,
    string To,
    MoveVia Via,
    int TurnCost,
    int TurnsLeft,
    DateTimeOffset ArrivedAt,
    bool IsRepeat,
    MoveAriaView Aria,
    MoveTunnelView? Tunnel,
    IReadOnlyList<TunnelEventView> TunnelEvents,
    IReadOnlyList<EncounterView> Encounters,
    long Sequence);
