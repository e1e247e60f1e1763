namespace Websocket.Client.Exceptions;

/// <summary>An argument was null or, where text, empty.</summary>
public class WebsocketBadInputException : WebsocketException
{
    public WebsocketBadInputException()
    {
    }

    public WebsocketBadInputException(string message) : base(message)
    {
    }

    public WebsocketBadInputException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
