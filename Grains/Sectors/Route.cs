using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>The way that a move takes.</summary>
/// <param name="Via">How; of no meaning where it is refused.</param>
/// <param name="TurnCost">What it costs; of no meaning where it is refused.</param>
/// <param name="Rejection">Why there is none; null where there is one.</param>
internal readonly record struct Route(MoveVia Via, int TurnCost, Rejection? Rejection)
{
    public static Route Refuse(string code, string field, string message) => new(default, 0, new(code, field, message));
}
