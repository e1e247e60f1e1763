namespace OrleansGameState.Silo.Storage;

/// <summary>Settings under <c>Storage:Memory</c>.</summary>
internal sealed class MemoryStorageOptions
{
    public const string Section = "Storage:Memory";

    /// <summary>How many events are kept of each entity; 100 to 1,000,000. Older ones are forgotten.</summary>
    public int EventsPerEntity { get; set; } = 10_000;

    /// <summary>How many events are kept of each system for those who follow it as a whole; 1,000 to 10,000,000.</summary>
    public int EventsPerSystem { get; set; } = 100_000;
}
