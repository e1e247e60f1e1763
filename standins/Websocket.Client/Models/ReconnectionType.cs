namespace Websocket.Client;

/// <summary>Why a connection was made.</summary>
public enum ReconnectionType
{
    Initial = 0,

    /// <summary>The connection broke.</summary>
    Lost = 1,

    /// <summary>Nothing came for <see cref="IWebsocketClient.ReconnectTimeout"/>.</summary>
    NoMessageReceived = 2,

    /// <summary>The attempt before failed.</summary>
    Error = 3,

    ByUser = 4,
    ByServer = 5,
}
