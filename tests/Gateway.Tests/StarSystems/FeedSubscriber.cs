using System.IO.Compression;
using NetMQ;
using NetMQ.Sockets;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>A subscriber of the feed, as its clients are: the topic, then zlib.</summary>
internal sealed class FeedSubscriber : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    private readonly SubscriberSocket _socket = new();

    public FeedSubscriber(string endpoint, params string[] topics)
    {
        _socket.Connect(endpoint);
        foreach (var topic in topics)
        {
            _socket.Subscribe(topic);
        }
    }

    /// <summary>A publisher tells only those it knows of: <paramref name="again"/> has it tell until something comes.</summary>
    public async Task<(string Topic, byte[] Json)> First(Func<Task> again)
    {
        for (var turns = 0; turns < GatewayHost.Patience / Turn; turns++)
        {
            await again();
            if (TryNext(Turn) is { } message)
            {
                return message;
            }
        }

        throw new TimeoutException("Nothing came of the feed.");
    }

    public (string Topic, byte[] Json) Next() => TryNext(GatewayHost.Patience) ?? throw new TimeoutException("Nothing more came of the feed.");

    public void Dispose() => _socket.Dispose();

    private (string Topic, byte[] Json)? TryNext(TimeSpan patience)
    {
        List<byte[]>? frames = null;
        if (!_socket.TryReceiveMultipartBytes(patience, ref frames!))
        {
            return null;
        }

        Assert.Equal(2, frames!.Count);
        Assert.Equal(0x78, frames[1][0]);
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(frames[1]), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return (System.Text.Encoding.ASCII.GetString(frames[0]), inflated.ToArray());
    }
}
