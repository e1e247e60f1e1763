using System.Net.WebSockets;
using System.Text;

namespace Websocket.Client;

/// <summary>A connection that renews itself.</summary>
public interface IWebsocketClient : IDisposable
{
    /// <summary>Where the next connection goes.</summary>
    Uri Url { get; set; }

    /// <summary>Named in the log.</summary>
    string? Name { get; set; }

    /// <summary>Whole messages, one at a time, in order.</summary>
    IObservable<ResponseMessage> MessageReceived { get; }

    /// <summary>Each connection made, the first as <see cref="ReconnectionType.Initial"/>.</summary>
    IObservable<ReconnectionInfo> ReconnectionHappened { get; }

    /// <summary>Each connection ended, and each that could not be made.</summary>
    IObservable<DisconnectionInfo> DisconnectionHappened { get; }

    /// <summary>How long connecting may take: 5 s unless set.</summary>
    TimeSpan ConnectTimeout { get; set; }

    /// <summary>How long the server may be silent before a reconnection: 1 min unless set, null for ever. Looked at every second.</summary>
    TimeSpan? ReconnectTimeout { get; set; }

    /// <summary>How long after a failed connection the next is tried: 1 min unless set, null for never.</summary>
    TimeSpan? ErrorReconnectTimeout { get; set; }

    /// <summary>How long after a broken connection the next is tried: at once unless set.</summary>
    TimeSpan? LostReconnectTimeout { get; set; }

    bool IsReconnectionEnabled { get; set; }

    /// <summary>Whether it was started and not stopped; stays true while a connection is being sought.</summary>
    bool IsStarted { get; }

    /// <summary>Whether it is connected.</summary>
    bool IsRunning { get; }

    /// <summary>Whether text comes as text (unless set otherwise) or as its bytes.</summary>
    bool IsTextMessageConversionEnabled { get; set; }

    /// <summary>UTF-8 unless set.</summary>
    Encoding? MessageEncoding { get; set; }

    /// <summary>Connects; where that fails, retries later.</summary>
    Task Start();

    /// <exception cref="Exceptions.WebsocketException">Connecting failed; the client counts as started all the same.</exception>
    Task StartOrFail();

    /// <returns>False where there was nothing to close, or closing failed.</returns>
    Task<bool> Stop(WebSocketCloseStatus status, string statusDescription);

    /// <exception cref="Exceptions.WebsocketException">Closing failed.</exception>
    Task<bool> StopOrFail(WebSocketCloseStatus status, string statusDescription);

    /// <summary>Drops the connection for a new one; nothing where not started.</summary>
    Task Reconnect();

    /// <exception cref="Exceptions.WebsocketException">Connecting failed.</exception>
    Task ReconnectOrFail();

    /// <summary>Queues a text. What comes up for sending while there is no connection is dropped.</summary>
    /// <returns>False once disposed.</returns>
    bool Send(string message);

    /// <summary>Queues bytes. What comes up for sending while there is no connection is dropped.</summary>
    /// <returns>False once disposed.</returns>
    bool Send(byte[] message);

    /// <summary>Sends a text ahead of the queue; dropped where there is no connection.</summary>
    Task SendInstant(string message);

    /// <summary>Sends bytes ahead of the queue; dropped where there is no connection.</summary>
    Task SendInstant(byte[] message);
}
