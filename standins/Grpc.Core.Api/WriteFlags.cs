namespace Grpc.Core;

[Flags]
public enum WriteFlags
{
    /// <summary>The message need not be sent at once.</summary>
    BufferHint = 1,

    /// <summary>The message is sent as it is, even where compression was agreed on.</summary>
    NoCompress = 2,
}
