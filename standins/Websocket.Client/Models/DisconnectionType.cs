namespace Websocket.Client;

/// <summary>Why a connection ended, or was not made.</summary>
public enum DisconnectionType
{
    /// <summary>The client was disposed.</summary>
    Exit = 0,

    /// <summary>The connection broke.</summary>
    Lost = 1,

    /// <summary>Nothing came for <see cref="IWebsocketClient.ReconnectTimeout"/>.</summary>
    NoMessageReceived = 2,

    /// <summary>Connecting failed.</summary>
    Error = 3,

    ByUser = 4,
    ByServer = 5,
}
