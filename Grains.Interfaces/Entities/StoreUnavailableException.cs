namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// The store did not answer, or not in time, so that nothing was read or committed; the same may succeed later. Where
/// it comes from a grain call it may be wrapped: look through the inner exceptions.
/// </summary>
[GenerateSerializer]
[Alias("StoreUnavailableException")]
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
