namespace OrleansGameState.Gateway.Rpc;

internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Warning, "{Method} failed.")]
    public static partial void CallFailed(ILogger logger, string method, Exception exception);
}
