using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds;

internal static partial class Log
{
    [LoggerMessage(1301, LogLevel.Error, "Work for {Key} failed")]
    public static partial void WorkFailed(ILogger logger, string key, Exception exception);

    [LoggerMessage(1302, LogLevel.Warning, "Call of {Key} failed, repeated (attempt {Attempt})")]
    public static partial void CallRepeated(ILogger logger, string key, int attempt, Exception? exception);

    [LoggerMessage(1303, LogLevel.Error, "Call of {Key} failed for good; what it told is lost")]
    public static partial void CallFailed(ILogger logger, string key, Exception exception);

    [LoggerMessage(1304, LogLevel.Error, "Recording to {Directory} failed and is given up until the next start")]
    public static partial void RecordingFailed(ILogger logger, string directory, Exception exception);

    [LoggerMessage(1305, LogLevel.Warning, "{Key} did not answer within {Seconds} s; asked again beside it")]
    public static partial void CallUnanswered(ILogger logger, string key, double seconds);
}
