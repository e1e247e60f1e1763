namespace OrleansGameState.Hosting;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "No silo of cluster {ClusterId} is found yet: {Detail} Waiting for one.")]
    public static partial void NoSilo(ILogger logger, string clusterId, string detail);
}
