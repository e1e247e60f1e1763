namespace NetMQ;

/// <summary>A refusal of a socket.</summary>
public class NetMQException : Exception
{
    public NetMQException()
    {
    }

    public NetMQException(string message) : base(message)
    {
    }

    public NetMQException(string message, Exception innerException) : base(message, innerException)
    {
    }

    protected NetMQException(Exception? innerException, string? message, ErrorCode errorCode) : base(message, innerException) =>
        ErrorCode = errorCode;

    public ErrorCode ErrorCode { get; }

    /// <summary>An exception of the type that belongs to the code.</summary>
    public static NetMQException Create(string? message, ErrorCode errorCode) => Create(errorCode, message, null);

    internal static NetMQException Create(ErrorCode errorCode, string? message, Exception? innerException) => errorCode switch
    {
        ErrorCode.ContextTerminated => new TerminatingException(innerException, message),
        ErrorCode.Invalid => new InvalidException(innerException, message),
        ErrorCode.EndpointNotFound => new EndpointNotFoundException(innerException, message),
        ErrorCode.AddressAlreadyInUse => new AddressAlreadyInUseException(innerException, message),
        ErrorCode.ProtocolNotSupported => new ProtocolNotSupportedException(innerException, message),
        ErrorCode.Fault => new FaultException(innerException, message),
        _ => new NetMQException(innerException, message, errorCode),
    };
}
