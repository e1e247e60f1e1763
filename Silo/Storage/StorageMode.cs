namespace OrleansGameState.Silo.Storage;

/// <summary>Where entities are kept.</summary>
internal enum StorageMode
{
    /// <summary>The server of the connection string; without one its own server, where PostgreSQL is installed; else memory.</summary>
    Auto,

    /// <summary>PostgreSQL, or no start.</summary>
    Postgres,

    /// <summary>In this process only.</summary>
    Memory,
}
