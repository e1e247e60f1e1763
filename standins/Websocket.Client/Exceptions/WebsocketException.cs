namespace Websocket.Client.Exceptions;

/// <summary>What starting, stopping or reconnecting "or fail" throws.</summary>
public class WebsocketException : Exception
{
    public WebsocketException()
    {
    }

    public WebsocketException(string message) : base(message)
    {
    }

    public WebsocketException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
