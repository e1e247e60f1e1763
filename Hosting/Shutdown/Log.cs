namespace OrleansGameState.Hosting.Shutdown;

internal static partial class Log
{
    [LoggerMessage(4002, LogLevel.Information, "Told to stop: not ready from now on, and stopping in {Seconds} s. A second signal stops at once.")]
    public static partial void Draining(ILogger logger, double seconds);
}
