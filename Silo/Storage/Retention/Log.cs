namespace OrleansGameState.Silo.Storage.Retention;

internal static partial class Log
{
    [LoggerMessage(2023, LogLevel.Information, "Dropped the events of {System} of {Month:yyyy-MM}, and kept the last states of {Entities} entities.")]
    public static partial void Dropped(ILogger logger, string system, DateOnly month, int entities);

    [LoggerMessage(2024, LogLevel.Warning, "The table {Table} was in use all the time; it is dropped another day.")]
    public static partial void Busy(ILogger logger, string table);

    [LoggerMessage(2025, LogLevel.Error, "Old events could not be dropped; it is tried again tomorrow.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
