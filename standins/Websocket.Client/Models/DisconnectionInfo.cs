using System.Net.WebSockets;

namespace Websocket.Client;

public class DisconnectionInfo(
    DisconnectionType type,
    WebSocketCloseStatus? closeStatus,
    string? closeStatusDescription,
    string? subProtocol,
    Exception? exception)
{
    public DisconnectionType Type { get; } = type;

    public WebSocketCloseStatus? CloseStatus { get; } = closeStatus;

    public string? CloseStatusDescription { get; } = closeStatusDescription;

    public string? SubProtocol { get; } = subProtocol;

    public Exception? Exception { get; } = exception;

    /// <summary>To be set by an observer: the client shall not reconnect. Not heeded for a close by the server.</summary>
    public bool CancelReconnection { get; set; }

    public static DisconnectionInfo Create(DisconnectionType type, WebSocket? client, Exception? exception) =>
        new(type, client?.CloseStatus, client?.CloseStatusDescription, client?.SubProtocol, exception);
}
