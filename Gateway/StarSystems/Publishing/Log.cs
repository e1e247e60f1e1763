namespace OrleansGameState.Gateway.StarSystems.Publishing;

internal static partial class Log
{
    [LoggerMessage(3140, LogLevel.Information, "The tick feed is published at {Endpoint}.")]
    public static partial void Published(ILogger logger, string? endpoint);

    [LoggerMessage(3141, LogLevel.Warning, "The tick feed cannot be published at {Endpoint}: {Detail} Everything else goes on; trying again every {Seconds} s. Set Gateway:StarSystems:PublishEndpoint to another address, or to nothing.")]
    public static partial void NotPublished(ILogger logger, string endpoint, string detail, double seconds);

    [LoggerMessage(3142, LogLevel.Warning, "Messages of the tick feed come faster than they can be published; some are left out. Logged once, counted from now on.")]
    public static partial void LeftOut(ILogger logger);

    [LoggerMessage(3143, LogLevel.Warning, "Announcements for the tick feed could not be subscribed to; trying again soon.")]
    public static partial void NotFollowed(ILogger logger, Exception exception);

    [LoggerMessage(3144, LogLevel.Debug, "The last galaxy tick could not be read for a heartbeat; the one before is told.")]
    public static partial void TickNotRead(ILogger logger, Exception exception);

    [LoggerMessage(3145, LogLevel.Error, "A message of the tick feed could not be sent.")]
    public static partial void NotSent(ILogger logger, Exception exception);
}
