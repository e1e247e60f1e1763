namespace OrleansGameState.Silo.Storage;

/// <summary>Which database is used, for people and for health.</summary>
internal sealed record StoreMode(string Name, string Description)
{
    public static readonly StoreMode Server = new("server", "PostgreSQL, by ConnectionStrings:GameState.");

    public static readonly StoreMode AdoNet = new("adonet", "PostgreSQL, by Orleans' ADO.NET storage: history is lost when the process ends.");

    public static readonly StoreMode Embedded = new("embedded", "PostgreSQL, started by this process.");
}
