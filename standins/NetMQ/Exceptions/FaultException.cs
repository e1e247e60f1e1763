namespace NetMQ;

/// <summary>A <see cref="Msg" /> that was not initialised.</summary>
public class FaultException : NetMQException
{
    public FaultException() : this(null, null)
    {
    }

    internal FaultException(Exception? innerException, string? message)
        : base(innerException, message, ErrorCode.Fault)
    {
    }
}
