namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>What a dead silo was about to do is not done.</summary>
public sealed class SiloDiedException : Exception
{
    public SiloDiedException()
        : base("The silo is dead.")
    {
    }
}
