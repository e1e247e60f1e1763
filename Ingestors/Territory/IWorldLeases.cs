namespace OrleansGameState.Ingestors.Territory;

/// <summary>Whether this process may pass on what a feed brings of a world.</summary>
internal interface IWorldLeases
{
    /// <summary>
    /// Which of the times that this process holds the world's lease it is, from 1 on, and another after each break; null
    /// where it does not hold it.
    /// </summary>
    int? TermOf(int worldId);

    /// <summary>Completes once this process holds the world's lease.</summary>
    Task WhenHeld(int worldId, CancellationToken cancellationToken);
}
