using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>A relay on a real socket of this machine.</summary>
internal sealed class FakeRelay : IDisposable
{
    private readonly PublisherSocket _socket = new();

    public FakeRelay()
        : this(socket => socket.BindRandomPort("tcp://127.0.0.1"))
    {
    }

    private FakeRelay(Func<PublisherSocket, int> bind)
    {
        _socket.Options.Linger = TimeSpan.Zero;
        Port = bind(_socket);
    }

    public int Port { get; }

    public string Endpoint => $"tcp://127.0.0.1:{Port}";

    /// <summary>A relay where another was: its port is free a little after it was disposed.</summary>
    public static async Task<FakeRelay> Again(int port)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                return new(socket => Bound(socket, port));
            }
            catch (AddressAlreadyInUseException)
            {
                await again.WaitForNextTickAsync(deadline.Token);
            }
        }
    }

    public void Send(params byte[][] parts)
    {
        var message = new NetMQMessage();
        foreach (var part in parts)
        {
            message.Append(part);
        }

        _socket.SendMultipartMessage(message);
    }

    /// <summary>Sends again and again until it has had its effect: who is not subscribed yet does not hear it.</summary>
    public async Task SendUntil<T>(JsonNode message, Task<T> effect)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!effect.IsCompleted)
        {
            Send(Frames.Deflate(Frames.Envelope(message)));
            await again.WaitForNextTickAsync();
        }

        await effect;
    }

    public void Dispose() => _socket.Dispose();

    private static int Bound(PublisherSocket socket, int port)
    {
        socket.Bind($"tcp://127.0.0.1:{port}");
        return port;
    }
}
