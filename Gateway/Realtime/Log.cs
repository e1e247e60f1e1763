namespace OrleansGameState.Gateway.Realtime;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "The watch of {Topic} was not renewed; trying again soon.")]
    public static partial void LeaseNotRenewed(ILogger logger, string topic, Exception exception);

    [LoggerMessage(3002, LogLevel.Warning, "Events of {Topic} were missed and could not be read.")]
    public static partial void MissedNotRead(ILogger logger, string topic, Exception exception);

    [LoggerMessage(3003, LogLevel.Debug, "The watch of {Topic} was not ended; its lease will.")]
    public static partial void WatchNotEnded(ILogger logger, string topic, Exception exception);

    [LoggerMessage(3004, LogLevel.Debug, "The announcements' subscriptions were not ended.")]
    public static partial void AnnouncementsNotEnded(ILogger logger, Exception exception);

    [LoggerMessage(3005, LogLevel.Warning, "{Topic} could not be read for a client.")]
    public static partial void NotRead(ILogger logger, string topic, Exception exception);

    [LoggerMessage(3006, LogLevel.Information, "A client at {Remote} was refused: origin {Origin} is not allowed.")]
    public static partial void OriginRefused(ILogger logger, string? remote, string origin);

    [LoggerMessage(3008, LogLevel.Warning, "The subscription to the announcements of {System} was lost with a silo and is made anew.")]
    public static partial void AnnouncementsLost(ILogger logger, string system);

    [LoggerMessage(3009, LogLevel.Debug, "Whether the announcements of {System} are still subscribed to could not be found out; trying again later.")]
    public static partial void AnnouncementsNotChecked(ILogger logger, string system, Exception exception);
}
