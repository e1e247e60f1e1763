namespace OrleansGameState.Hosting.Shutdown;

/// <summary>Settings under <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    public const string Section = "Shutdown";
    public const string DrainKey = $"{Section}:{nameof(DrainSeconds)}";

    /// <summary>How long everything is still served, and /readyz says 503, after the signal to stop; 0 to 60 seconds.</summary>
    public int DrainSeconds { get; set; }
}
