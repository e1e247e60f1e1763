namespace OrleansGameState.Silo.Storage;

/// <summary>What keeps entities in a database.</summary>
internal enum StorageProvider
{
    /// <summary>This server's own tables: states with their history, many commits in one transaction.</summary>
    Own,

    /// <summary>Orleans' ADO.NET grain storage: the last state alone; history is in the process's memory.</summary>
    AdoNet,
}
