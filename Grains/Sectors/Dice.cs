namespace OrleansGameState.Grains.Sectors;

/// <summary>What is left to chance: where rules need it they are given this, so that tests can say how it falls.</summary>
/// <param name="roll">Gives a number from 0 and below 1, from any thread.</param>
internal sealed class Dice(Func<double> roll)
{
    /// <summary>True as often as <paramref name="chance"/> says: never at 0, always at 1.</summary>
    public bool Falls(double chance) => roll() < chance;
}
