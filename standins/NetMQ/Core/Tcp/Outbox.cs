using System.Net.Sockets;
using System.Threading.Channels;
using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Tcp;

/// <summary>Whole messages, as they go over the wire, that wait for one peer. What comes when it is full is dropped.</summary>
internal sealed class Outbox(int highWatermark)
{
    private const int BatchSize = 64 * 1024;

    private readonly Channel<byte[]> _queue = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private long _bytes;
    private int _count;

    /// <summary>Drops the message where too much waits already.</summary>
    public bool TryAdd(byte[] message) => TryAdd(message, highWatermark);

    /// <summary>Adds what must not be dropped.</summary>
    public void Add(byte[] frame) => TryAdd(frame, int.MaxValue);

    /// <summary>Adds an answer to a peer that may ask on without reading.</summary>
    public bool TryAnswer(byte[] frame) => TryAdd(frame, Limits.Pongs + (long)highWatermark);

    /// <summary>Nothing comes after what is there.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Sends until it is completed, many messages at a time.</summary>
    public async Task SendAll(Socket tcp)
    {
        var batch = new byte[BatchSize];
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (_queue.Reader.TryPeek(out var next))
            {
                await (next.Length > BatchSize ? SendLong(tcp) : SendBatch(tcp, batch));
            }
        }
    }

    private async ValueTask SendBatch(Socket tcp, byte[] batch)
    {
        var (used, count) = (0, 0);
        while (_queue.Reader.TryPeek(out var next) && used + next.Length <= batch.Length)
        {
            _queue.Reader.TryRead(out _);
            next.CopyTo(batch, used);
            used += next.Length;
            count++;
        }

        await Send(tcp, batch.AsMemory(0, used), count);
    }

    private async ValueTask SendLong(Socket tcp)
    {
        _queue.Reader.TryRead(out var message);
        await Send(tcp, message, 1);
    }

    private async ValueTask Send(Socket tcp, ReadOnlyMemory<byte> bytes, int count)
    {
        for (var rest = bytes; !rest.IsEmpty;)
        {
            rest = rest[await tcp.SendAsync(rest, SocketFlags.None)..];
        }

        Interlocked.Add(ref _count, -count);
        Interlocked.Add(ref _bytes, -bytes.Length);
    }

    private bool TryAdd(byte[] message, long limit)
    {
        if (limit < int.MaxValue && (Volatile.Read(ref _count) >= limit || Interlocked.Read(ref _bytes) >= Limits.Queued))
        {
            return false;
        }

        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _bytes, message.Length);
        return _queue.Writer.TryWrite(message);
    }
}
