namespace NetMQ;

/// <summary><see cref="NetMQConfig.Cleanup" /> was called while the socket was open.</summary>
public class TerminatingException : NetMQException
{
    public TerminatingException(string? message) : this(null, message)
    {
    }

    internal TerminatingException(Exception? innerException, string? message)
        : base(innerException, message, ErrorCode.ContextTerminated)
    {
    }
}
