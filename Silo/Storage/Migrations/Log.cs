namespace OrleansGameState.Silo.Storage.Migrations;

internal static partial class Log
{
    [LoggerMessage(2020, LogLevel.Information, "The database has migration {Number} ({Name}) now.")]
    public static partial void Migrated(ILogger logger, int number, string name);

    [LoggerMessage(2021, LogLevel.Warning, "PostgreSQL at {Server} does not take connections yet: {Detail}. Waiting for it.")]
    public static partial void Waiting(ILogger logger, string server, string detail);
}
