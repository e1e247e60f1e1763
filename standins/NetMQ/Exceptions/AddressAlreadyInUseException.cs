namespace NetMQ;

/// <summary>Another socket listens at the address.</summary>
public class AddressAlreadyInUseException : NetMQException
{
    public AddressAlreadyInUseException(Exception? innerException, string? message)
        : base(innerException, message, ErrorCode.AddressAlreadyInUse)
    {
    }

    public AddressAlreadyInUseException(string? message) : this(null, message)
    {
    }
}
