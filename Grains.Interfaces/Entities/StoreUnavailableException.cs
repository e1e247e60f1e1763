namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// The store did not answer, or not in time; the same may succeed later. Where it comes from a grain call it may be
/// wrapped: look through the inner exceptions.
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

    /// <summary>False where nothing was committed and nothing will be; true where what was asked for may have been done.</summary>
    [Id(0)]
    public bool IsOutcomeUnknown { get; init; }
}
