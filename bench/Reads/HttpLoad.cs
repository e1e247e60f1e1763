using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansGameState.Bench.Reads;

/// <summary>
/// A load that costs little itself, so that it does not hide what the server costs: two threads with blocking sockets;
/// each writes one request to each of its connections, then reads one answer from each.
/// </summary>
internal sealed class HttpLoad : IDisposable
{
    private const int Threads = 2;
    private readonly Socket[][] _sockets;

    public HttpLoad(int port, int connections)
    {
        _sockets = [.. Enumerable.Range(0, Threads).Select(_ => Enumerable.Range(0, connections / Threads).Select(_ => Connect(port)).ToArray())];
    }

    /// <summary>How many answers came in this time. All must be 200.</summary>
    public async Task<long> RunAsync(string path, TimeSpan duration)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(_sockets.Select(sockets =>
            Task.Factory.StartNew(() => Run(sockets, request, end), TaskCreationOptions.LongRunning)));
        return counts.Sum();
    }

    /// <summary>The body of one answer.</summary>
    public byte[] Get(string path)
    {
        var answer = new HttpAnswer();
        _sockets[0][0].Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        answer.Read(_sockets[0][0]);
        return answer.Body();
    }

    public void Dispose()
    {
        foreach (var socket in _sockets.SelectMany(sockets => sockets))
        {
            socket.Dispose();
        }
    }

    private static long Run(Socket[] sockets, byte[] request, long end)
    {
        var answer = new HttpAnswer();
        var count = 0L;
        while (Stopwatch.GetTimestamp() < end)
        {
            foreach (var socket in sockets)
            {
                socket.Send(request);
            }

            foreach (var socket in sockets)
            {
                answer.Read(socket);
                count++;
            }
        }

        return count;
    }

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }
}
