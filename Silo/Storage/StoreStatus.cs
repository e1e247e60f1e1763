namespace OrleansGameState.Silo.Storage;

/// <summary>What the last attempts to use the store told; for health, and for messages.</summary>
internal sealed class StoreStatus(TimeProvider time)
{
    private readonly Lock _lock = new();
    private Failure? _failure;

    /// <summary>The failure that lasts; null while the store answers.</summary>
    public Failure? Failing
    {
        get
        {
            lock (_lock)
            {
                return _failure;
            }
        }
    }

    /// <summary>The failure in words, to go behind a sentence; empty while the store answers.</summary>
    public string Because => Failing is { } failure ? $" (since {failure.Since:HH:mm:ss}: {failure.Message})" : "";

    /// <summary>True where this ends a failure.</summary>
    public bool Succeeded()
    {
        lock (_lock)
        {
            var ends = _failure is not null;
            _failure = null;
            return ends;
        }
    }

    /// <summary>True where this is the first failure.</summary>
    public bool Failed(string message)
    {
        lock (_lock)
        {
            var begins = _failure is null;
            _failure = new(_failure?.Since ?? time.GetUtcNow(), message);
            return begins;
        }
    }

    /// <param name="Since">The first failed attempt.</param>
    /// <param name="Message">What the last one met.</param>
    internal sealed record Failure(DateTimeOffset Since, string Message);
}
