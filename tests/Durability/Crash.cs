namespace OrleansGameState.Durability;

/// <summary>What is killed in a round, in which order.</summary>
internal enum Crash
{
    /// <summary>The silo; its database is left behind.</summary>
    Silo,

    /// <summary>The postmaster while the silo runs, and then the silo.</summary>
    DatabaseThenSilo,

    /// <summary>Every process of the database while the silo runs, and then the silo.</summary>
    WholeDatabaseThenSilo,

    /// <summary>Both at once.</summary>
    Both,

    /// <summary>The silo, and the database while it is still ending by itself.</summary>
    SiloThenDatabase,

    /// <summary>The postmaster alone; the silo has to recover by itself.</summary>
    Database,

    /// <summary>Every process of the database, but not the silo.</summary>
    WholeDatabase,

    /// <summary>One of the database's own processes, after which it begins anew; not the silo.</summary>
    Backend,

    /// <summary>Nothing: the database is told to drop every connection.</summary>
    Connections,
}
