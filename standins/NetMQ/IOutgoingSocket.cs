namespace NetMQ;

/// <summary>What frames can be sent through.</summary>
public interface IOutgoingSocket
{
    /// <summary>Takes one frame; the message is complete with the first frame that has no <paramref name="more" />.</summary>
    bool TrySend(ref Msg msg, TimeSpan timeout, bool more);
}
