namespace OrleansGameState.Silo.Postgres;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "PostgreSQL {Version} runs as process {ServerProcess}; data in {DataDirectory}, socket in {RuntimeDirectory}")]
    public static partial void Running(ILogger logger, string version, int? serverProcess, string dataDirectory, string runtimeDirectory);

    [LoggerMessage(2102, LogLevel.Information, "Making the data folder {DataDirectory} with {Initdb}")]
    public static partial void Making(ILogger logger, string dataDirectory, string initdb);

    [LoggerMessage(2103, LogLevel.Warning, "The data folder {DataDirectory} was only half made when an earlier process ended; it is made anew.")]
    public static partial void HalfMade(ILogger logger, string dataDirectory);

    [LoggerMessage(2104, LogLevel.Warning, "The server of {DataDirectory} was not shut down; it recovers from its write-ahead log first.")]
    public static partial void NotShutDown(ILogger logger, string dataDirectory);

    [LoggerMessage(2105, LogLevel.Warning, "A server, process {ServerProcess}, was left running in {DataDirectory}; it is stopped first.")]
    public static partial void LeftRunning(ILogger logger, int serverProcess, string dataDirectory);

    [LoggerMessage(2106, LogLevel.Information, "PostgreSQL is still starting after {Seconds:0} s; it tells what it does in {LogFile}")]
    public static partial void StillStarting(ILogger logger, double seconds, string logFile);

    [LoggerMessage(2107, LogLevel.Error, "PostgreSQL ended (code {Code}) and is started again in {Delay}; its log is {LogFile}")]
    public static partial void Ended(ILogger logger, int code, TimeSpan delay, string logFile);

    [LoggerMessage(2108, LogLevel.Error, "PostgreSQL could not be started again; the next try is in {Delay}.")]
    public static partial void NotStartedAgain(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(2109, LogLevel.Information, "PostgreSQL has stopped.")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(2110, LogLevel.Warning, "PostgreSQL did not stop in time; it goes on stopping by itself.")]
    public static partial void StillStopping(ILogger logger);
}
