namespace NetMQ;

/// <summary>A value that makes no sense.</summary>
public class InvalidException : NetMQException
{
    public InvalidException(Exception? innerException, string? message)
        : base(innerException, message, ErrorCode.Invalid)
    {
    }

    public InvalidException(string? message) : this(null, message)
    {
    }

    public InvalidException() : this(null, null)
    {
    }
}
