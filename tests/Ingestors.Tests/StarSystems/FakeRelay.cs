using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>A relay on a real socket of this machine.</summary>
internal sealed class FakeRelay : IDisposable
{
    private readonly PublisherSocket _socket = new();

    public FakeRelay(int port = 0)
    {
        _socket.Options.Linger = TimeSpan.Zero;
        if (port == 0)
        {
            Port = _socket.BindRandomPort("tcp://127.0.0.1");
            return;
        }

        Port = port;
        _socket.Bind($"tcp://127.0.0.1:{port}");
    }

    public int Port { get; }

    public string Endpoint => $"tcp://127.0.0.1:{Port}";

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
}
