namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// What one entity owes to tell another. It stays in the sender's record until the target acknowledged it, and the
/// target remembers the last one it took from each sender: delivered at least once, applied once.
/// </summary>
/// <param name="Sender">The sender's grain key.</param>
/// <param name="Target">The target's grain key.</param>
/// <param name="Id">The sequence of the sender's event that caused it; rises per sender.</param>
/// <param name="Event">The sender's event.</param>
[GenerateSerializer]
[Immutable]
[Alias("Intent")]
public sealed record Intent(
    [property: Id(0)] string Sender,
    [property: Id(1)] string Target,
    [property: Id(2)] long Id,
    [property: Id(3)] EntityEvent Event);
