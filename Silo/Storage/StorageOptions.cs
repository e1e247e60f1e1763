namespace OrleansGameState.Silo.Storage;

/// <summary>Settings under <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Where entities are kept; chosen by what is there unless it is set.</summary>
    public StorageMode Mode { get; set; } = StorageMode.Auto;

    /// <summary>What keeps entities where they are kept in a database.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Own;

    /// <summary>A state of the past is kept each time an entity has had so many events; 10 to 1,000,000.</summary>
    public int CheckpointEvery { get; set; } = 1000;

    /// <summary>Connections that commit side by side, so that one is busy while another waits for the disk; 1 to 8.</summary>
    public int Writers { get; set; } = 2;

    /// <summary>Most writes that ride in one transaction; 1 to 10,000.</summary>
    public int BatchCount { get; set; } = 500;

    /// <summary>Most bytes that ride in one transaction, so that large states leave the other connections their share; 64 KiB to 64 MiB.</summary>
    public int BatchBytes { get; set; } = 1024 * 1024;

    /// <summary>Most writes that wait or are under way; who brings more waits; 100 to 1,000,000.</summary>
    public int QueueCount { get; set; } = 10_000;

    /// <summary>Most bytes that wait or are under way; 1 MiB to 1 GiB.</summary>
    public int QueueBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How long a write may wait for the store before it fails; 1 to 29, below the time-out of the calls that wait for it.</summary>
    public int CommitTimeoutSeconds { get; set; } = 25;

    /// <summary>How long a single transaction may take before its outcome counts as unknown and is asked for; 1 to 29.</summary>
    public int StatementTimeoutSeconds { get; set; } = 10;

    public TimeSpan CommitTimeout => TimeSpan.FromSeconds(CommitTimeoutSeconds);
}
