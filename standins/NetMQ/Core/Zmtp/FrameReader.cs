using System.Buffers;
using System.Net.Sockets;

namespace NetMQ.Core.Zmtp;

/// <summary>Cuts what comes from a peer into frames, however it was split on the way.</summary>
/// <remarks><paramref name="limit" />: The longest message frame that is accepted, in bytes.</remarks>
internal sealed class FrameReader(Socket tcp, int bufferSize, long limit) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bufferSize, Greeting.Size));
    private int _start;
    private int _end;

    private ReadOnlySpan<byte> Buffered => _buffer.AsSpan(_start, _end - _start);

    /// <exception cref="ProtocolViolationException">It is none that is accepted.</exception>
    public async ValueTask ReadGreeting()
    {
        Greeting.Check(Buffered);
        while (Buffered.Length < Greeting.Size)
        {
            await Fill();
            Greeting.Check(Buffered);
        }

        _start += Greeting.Size;
    }

    /// <exception cref="ProtocolViolationException">No such frame is accepted.</exception>
    /// <exception cref="EndOfStreamException">The peer has ended the connection.</exception>
    public ValueTask<Frame> ReadFrame() =>
        FrameHeader.TryRead(Buffered, limit, out var header) && Buffered.Length >= header.Size + header.Length
            ? new ValueTask<Frame>(Take(header))
            : Wait();

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private async ValueTask<Frame> Wait()
    {
        while (true)
        {
            if (FrameHeader.TryRead(Buffered, limit, out var header))
            {
                if (Buffered.Length >= header.Size + header.Length)
                {
                    return Take(header);
                }

                if (header.Size + header.Length > _buffer.Length)
                {
                    return await TakeLong(header);
                }
            }

            await Fill();
        }
    }

    private Frame Take(FrameHeader header)
    {
        var body = Buffered.Slice(header.Size, header.Length).ToArray();
        _start += header.Size + header.Length;
        return new Frame(header.Flags, body);
    }

    // A frame that does not fit in the buffer goes where it will stay.
    private async ValueTask<Frame> TakeLong(FrameHeader header)
    {
        var body = GC.AllocateUninitializedArray<byte>(header.Length);
        var here = Buffered[header.Size..];
        here.CopyTo(body);
        var filled = here.Length;
        _start = _end = 0;
        while (filled < body.Length)
        {
            filled += await Receive(body.AsMemory(filled));
        }

        return new Frame(header.Flags, body);
    }

    private async ValueTask Fill()
    {
        Buffered.CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        _end += await Receive(_buffer.AsMemory(_end));
    }

    private async ValueTask<int> Receive(Memory<byte> room)
    {
        var received = await tcp.ReceiveAsync(room, SocketFlags.None);
        return received > 0 ? received : throw new EndOfStreamException();
    }
}
