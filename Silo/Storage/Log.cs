namespace OrleansGameState.Silo.Storage;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "What entities owe each other could not be scanned; it will be tried again.")]
    public static partial void ScanFailed(ILogger logger, Exception exception);

    [LoggerMessage(2002, LogLevel.Warning, "IN MEMORY: everything is lost when this process ends. PostgreSQL storage is not part of this version yet.")]
    public static partial void InMemory(ILogger logger);
}
