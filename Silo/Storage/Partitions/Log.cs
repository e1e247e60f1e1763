namespace OrleansGameState.Silo.Storage.Partitions;

internal static partial class Log
{
    [LoggerMessage(2022, LogLevel.Warning, "The coming months' partitions could not be made; it is tried again tomorrow, and when a commit needs one.")]
    public static partial void NotMade(ILogger logger, Exception exception);
}
