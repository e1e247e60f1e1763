using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Ingestors.Sectors;

/// <summary>What an invented player does next: one of the two.</summary>
internal readonly record struct DemoAct(PlayerCommand? Command, MovePlayer? Move)
{
    public static implicit operator DemoAct(PlayerCommand command) => new(command, null);

    public static implicit operator DemoAct(MovePlayer move) => new(null, move);
}
