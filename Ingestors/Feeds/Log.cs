using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds;

internal static partial class Log
{
    [LoggerMessage(1116, LogLevel.Error, "The source {Source} failed and is started anew")]
    public static partial void SourceFailed(ILogger logger, string source, Exception exception);

    [LoggerMessage(1117, LogLevel.Error, "A frame of {Feed} could not be taken")]
    public static partial void TakeFailed(ILogger logger, string feed, Exception exception);

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

    [LoggerMessage(1306, LogLevel.Information, "{Key}: this process, {Holder}, is active")]
    public static partial void LeaseHeld(ILogger logger, string key, string holder);

    [LoggerMessage(1307, LogLevel.Information, "{Key}: {Holder} is active, this process is its standby")]
    public static partial void LeaseOfAnother(ILogger logger, string key, string holder);

    [LoggerMessage(1308, LogLevel.Warning, "{Key}: its lease could not be asked for ({Detail}); it is tried again twice a second")]
    public static partial void LeaseUnanswered(ILogger logger, string key, string detail);

    [LoggerMessage(1309, LogLevel.Error, "{Key}: its lease has run out without an answer; nothing is passed on until there is one")]
    public static partial void LeaseRanOut(ILogger logger, string key);

    [LoggerMessage(1310, LogLevel.Warning, "{Key}: its lease could not be given up; it ends by itself")]
    public static partial void LeaseNotReleased(ILogger logger, string key, Exception exception);

    [LoggerMessage(1311, LogLevel.Warning, "The feed stopped with work left after {Seconds} s; the next to follow it tells what matters")]
    public static partial void NotAllTold(ILogger logger, double seconds);
}
