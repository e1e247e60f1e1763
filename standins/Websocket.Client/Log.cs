using Microsoft.Extensions.Logging;

namespace Websocket.Client;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Websocket {Name}: connected to {Url} ({Type})")]
    public static partial void Connected(ILogger logger, string? name, Uri url, ReconnectionType type);

    [LoggerMessage(2, LogLevel.Error, "Websocket {Name}: connecting failed, next try in {Delay}")]
    public static partial void ConnectFailed(ILogger logger, Exception exception, string? name, TimeSpan? delay);

    [LoggerMessage(3, LogLevel.Warning, "Websocket {Name}: the connection is lost")]
    public static partial void Lost(ILogger logger, Exception? exception, string? name);

    [LoggerMessage(4, LogLevel.Debug, "Websocket {Name}: no message for {Timeout}, reconnecting")]
    public static partial void Silent(ILogger logger, string? name, TimeSpan timeout);

    [LoggerMessage(5, LogLevel.Error, "Websocket {Name}: sending failed")]
    public static partial void SendFailed(ILogger logger, Exception exception, string? name);

    [LoggerMessage(6, LogLevel.Debug, "Websocket {Name}: not connected, a message of {Length} bytes is dropped")]
    public static partial void Dropped(ILogger logger, string? name, int length);

    [LoggerMessage(7, LogLevel.Error, "Websocket {Name}: closing failed")]
    public static partial void StopFailed(ILogger logger, Exception exception, string? name);
}
