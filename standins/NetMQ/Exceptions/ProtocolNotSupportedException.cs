namespace NetMQ;

/// <summary>An address of a transport that is not there.</summary>
public class ProtocolNotSupportedException : NetMQException
{
    public ProtocolNotSupportedException() : this(null, null)
    {
    }

    internal ProtocolNotSupportedException(Exception? innerException, string? message)
        : base(innerException, message, ErrorCode.ProtocolNotSupported)
    {
    }
}
