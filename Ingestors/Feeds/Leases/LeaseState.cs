namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>How a process stands to a lease.</summary>
internal enum LeaseState
{
    /// <summary>Nobody is known to hold it: not answered yet, or for longer than it ran.</summary>
    Unknown,

    /// <summary>This process holds it and passes on what comes.</summary>
    Active,

    /// <summary>Another process holds it; this one follows and drops what comes.</summary>
    Standby,
}
