namespace NetMQ;

/// <summary>What frames can be received from.</summary>
public interface IReceivingSocket
{
    /// <summary>Gives one frame, where one comes within the time.</summary>
    bool TryReceive(ref Msg msg, TimeSpan timeout);
}
