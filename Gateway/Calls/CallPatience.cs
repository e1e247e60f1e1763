namespace OrleansGameState.Gateway.Calls;

/// <summary>How long whoever waits for the calls made from here on goes on waiting.</summary>
/// <param name="Until">When patience ends.</param>
/// <param name="Aborted">Cancelled where nobody waits any more.</param>
internal sealed record CallPatience(DateTimeOffset Until, CancellationToken Aborted)
{
    private static readonly AsyncLocal<CallPatience?> Ambient = new();

    /// <summary>That of this flow of control; null where nothing was said.</summary>
    public static CallPatience? Current => Ambient.Value;

    /// <summary>Begins a request.</summary>
    public static void Begin(CallPatience patience) => Ambient.Value = patience;

    /// <summary>Shortens it to what the caller said, in UTC; does nothing where nothing had been said.</summary>
    public static void Limit(DateTime deadline)
    {
        if (Ambient.Value is { } patience && deadline < patience.Until.UtcDateTime)
        {
            Ambient.Value = patience with { Until = new(deadline, TimeSpan.Zero) };
        }
    }

    /// <summary>Leaves a request behind: what follows lasts, and each of its calls has a patience of its own.</summary>
    public static void Outlast() => Ambient.Value = null;
}
