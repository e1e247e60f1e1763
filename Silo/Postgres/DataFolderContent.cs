namespace OrleansGameState.Silo.Postgres;

internal enum DataFolderContent
{
    /// <summary>It is not there, or empty.</summary>
    Nothing,

    /// <summary>The process ended while it was made; nothing was ever stored in it.</summary>
    HalfMade,

    /// <summary>A PostgreSQL data folder, whole.</summary>
    Cluster,

    /// <summary>Something else is in it.</summary>
    Foreign,
}
