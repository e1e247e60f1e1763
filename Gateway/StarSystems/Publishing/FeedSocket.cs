using System.Collections.Concurrent;
using NetMQ;
using NetMQ.Sockets;

namespace OrleansGameState.Gateway.StarSystems.Publishing;

/// <summary>
/// A PUB socket with the one thread that it belongs to. What is handed to it is sent in that order; a subscriber that is too
/// slow is left out by the socket, and nobody waits for it.
/// </summary>
internal sealed class FeedSocket : IDisposable
{
    // Half a day of system ticks, should the thread get no time for so long.
    private const int Longest = 4096;

    // What one subscriber may be behind.
    private const int HighWatermark = 10_000;

    private readonly BlockingCollection<PublishedMessage> _queue = new(Longest);
    private readonly PublisherSocket _socket;
    private readonly Action<Exception> _onFailed;
    private readonly Thread _thread;

    private FeedSocket(PublisherSocket socket, Action<Exception> onFailed)
    {
        (_socket, _onFailed) = (socket, onFailed);
        Endpoint = socket.Options.LastEndpoint;
        _thread = new(Send) { IsBackground = true, Name = "tick feed" };

        // From here on the socket is that thread's.
        _thread.Start();
    }

    /// <summary>With the port that was chosen.</summary>
    public string? Endpoint { get; }

    /// <summary>Throws what the binding throws.</summary>
    public static FeedSocket Bind(string endpoint, Action<Exception> onFailed)
    {
        var socket = new PublisherSocket();
        try
        {
            socket.Options.SendHighWatermark = HighWatermark;
            socket.Options.Linger = TimeSpan.FromSeconds(1);
            socket.Bind(endpoint);
            return new(socket, onFailed);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>False where too many wait already.</summary>
    public bool TrySend(PublishedMessage message)
    {
        try
        {
            return _queue.TryAdd(message);
        }
        catch (InvalidOperationException)
        {
            // Ended meanwhile.
            return false;
        }
    }

    /// <summary>Sends what waits, then ends.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
    }

    private void Send()
    {
        using (_socket)
        {
            foreach (var message in _queue.GetConsumingEnumerable())
            {
                try
                {
                    _socket.SendMoreFrame(message.TopicFrame).SendFrame(message.PayloadFrame());
                }
                catch (NetMQException exception)
                {
                    _onFailed(exception);
                }
            }
        }
    }
}
