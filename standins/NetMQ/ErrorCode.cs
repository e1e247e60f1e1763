namespace NetMQ;

/// <summary>What went wrong; the numbers are the package's.</summary>
public enum ErrorCode
{
    EndpointNotFound = 2,
    AccessDenied = 13,
    Fault = 14,
    Invalid = 22,
    InProgress = 36,
    ProtocolNotSupported = 43,
    AddressAlreadyInUse = 48,
    AddressNotAvailable = 49,
    MessageSize = 156384722,
    ContextTerminated = 156384765,
}
