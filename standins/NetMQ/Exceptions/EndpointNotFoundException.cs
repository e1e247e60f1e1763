namespace NetMQ;

/// <summary>The socket has no such address to leave.</summary>
public class EndpointNotFoundException : NetMQException
{
    public EndpointNotFoundException(Exception? innerException, string? message)
        : base(innerException, message, ErrorCode.EndpointNotFound)
    {
    }

    public EndpointNotFoundException(string? message) : this(null, message)
    {
    }

    public EndpointNotFoundException() : this(null)
    {
    }
}
