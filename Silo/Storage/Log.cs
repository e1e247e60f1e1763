namespace OrleansGameState.Silo.Storage;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "What entities owe each other could not be scanned; it will be tried again.")]
    public static partial void ScanFailed(ILogger logger, Exception exception);

    [LoggerMessage(2002, LogLevel.Warning, "IN MEMORY: everything is lost when this process ends. Set ConnectionStrings:GameState, or install PostgreSQL, to keep it.")]
    public static partial void InMemory(ILogger logger);

    [LoggerMessage(2003, LogLevel.Error, "The store does not take commits; they wait, and are tried again.")]
    public static partial void StoreLost(ILogger logger, Exception exception);

    [LoggerMessage(2004, LogLevel.Information, "The store takes commits again.")]
    public static partial void StoreBack(ILogger logger);

    [LoggerMessage(2005, LogLevel.Error, "{Key}: the store refused a write that it can never take.")]
    public static partial void Refused(ILogger logger, string key, Exception exception);

    [LoggerMessage(2030, LogLevel.Warning, "HISTORY IN MEMORY: with Storage:Provider=AdoNet the database has the last state of each entity alone; its events are gone when this process ends. Leave Storage:Provider out to keep them.")]
    public static partial void HistoryInMemory(ILogger logger);
}
