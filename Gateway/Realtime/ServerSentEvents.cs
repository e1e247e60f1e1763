using System.Globalization;
using System.Text;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>The text/event-stream format.</summary>
internal static class ServerSentEvents
{
    public static readonly byte[] Heartbeat = ": heartbeat\n\n"u8.ToArray();

    /// <summary>One event that nobody can resume after.</summary>
    public static byte[] Frame(string name, ReadOnlySpan<byte> json) => [.. Encoding.ASCII.GetBytes($"event: {name}\ndata: "), .. json, (byte)'\n', (byte)'\n'];

    /// <summary>One event; <paramref name="json"/> is one line.</summary>
    public static byte[] Frame(string name, long id, ReadOnlySpan<byte> json)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {id}\ndata: "));
        return [.. head, .. json, (byte)'\n', (byte)'\n'];
    }
}
