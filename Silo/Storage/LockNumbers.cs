namespace OrleansGameState.Silo.Storage;

/// <summary>
/// The advisory locks that processes on one database keep between them. Commits have their own, of two numbers, in
/// the database's functions; those never meet these.
/// </summary>
internal static class LockNumbers
{
    private const long Base = 0x47616D65_00000000;

    /// <summary>Held while the database is brought to the program's form.</summary>
    public const long Migrations = Base + 1;

    /// <summary>Held while partitions are made or dropped.</summary>
    public const long Partitions = Base + 2;

    /// <summary>Held while old events are dropped, so that one process does it.</summary>
    public const long Retention = Base + 3;
}
