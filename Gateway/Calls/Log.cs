namespace OrleansGameState.Gateway.Calls;

internal static partial class Log
{
    [LoggerMessage(3007, LogLevel.Debug, "A call of {Interface}.{Method} was lost with its silo and is repeated (attempt {Attempt}).")]
    public static partial void CallRepeated(ILogger logger, string @interface, string method, int attempt, Exception exception);
}
