using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>From players' state and moves to what clients see.</summary>
internal static class PlayerViews
{
    public static PlayerView Of(Snapshot<PlayerState> snapshot)
    {
        var (universe, player) = SectorParts.OfPlayer(snapshot.Key);
        var state = snapshot.State;
        var isKnown = state.Profile is not null;
        return new(
            universe,
            player,
            snapshot.Sequence,
            snapshot.AsOf,
            state.Profile?.Username ?? "",
            state.Profile?.TeamId,
            state.Profile?.Ship,
            isKnown ? state.Sector : null,
            state.IsPresent,
            state.IsActive,
            state.IsDocked,
            state.IsLanded,
            state.PortId,
            state.PlanetId,
            state.Turns,
            isKnown ? state.LastActivityAt : null,
            isKnown ? state.ArrivedAt : null,
            state.AwaySince,
            state.Session,
            new(state.AriaInteractions, state.AriaLevel));
    }

    public static MoveView Of(MoveAnswer answer, PlayerMoved moved) => new(
        moved.MoveId,
        moved.From,
        moved.To,
        moved.Via,
        moved.TurnCost,
        moved.TurnsLeft,
        moved.OccurredAt,
        answer.IsRepeat,
        new(moved.AriaInteractions, moved.AriaLevel, moved.HasLeveledUp),
        moved.Passage is { } passage ? new(passage.Type, passage.Stability, passage.UsesLeft) : null,
        [.. (moved.Passage?.Effects ?? []).Select(Of)],
        [.. answer.Encounters.Select(Of)],
        answer.Sequence);

    public static TunnelEventView Of(TunnelEffect effect) =>
        new(SectorWire.Of(effect.Kind), effect.Severity is { } severity ? SectorWire.Of(severity) : null);

    public static EncounterView Of(Encounter encounter) => new(
        SectorWire.Of(encounter.Kind),
        encounter.Kind == EncounterKind.Players ? [.. encounter.Players.Select(SectorViews.Of)] : null,
        encounter.Hazard,
        encounter.Count,
        SectorWire.Of(encounter.ThreatLevel));
}
