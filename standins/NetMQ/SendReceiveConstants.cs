using System.Text;

namespace NetMQ;

public static class SendReceiveConstants
{
    /// <summary>What text frames are written in where nothing else is said.</summary>
    public static readonly Encoding DefaultEncoding = Encoding.UTF8;

    /// <summary>Waits for ever.</summary>
    public static readonly TimeSpan InfiniteTimeout = TimeSpan.FromMilliseconds(-1);
}
