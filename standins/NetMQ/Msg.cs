using System.Text;

namespace NetMQ;

/// <summary>One frame: a stretch of bytes that is filled before sending, or by receiving.</summary>
public struct Msg
{
    private byte[]? _data;
    private int _offset;

    // Whether nobody else knows the array, so that it can be handed on without a copy.
    private bool _isOwn;

    public int Size { get; private set; }

    public bool IsInitialised { get; private set; }

    public bool HasMore { get; private set; }

    public readonly bool IsEmpty => Size == 0;

    public readonly byte[]? Data => _data;

    public readonly int Offset => _offset;

    public void InitEmpty() => Init(null, 0, 0);

    /// <summary>Room for so many bytes.</summary>
    public void InitPool(int size) => Init(new byte[size], 0, size);

    public void InitGC(byte[] data, int size) => Init(data, 0, size);

    public void InitGC(byte[] data, int offset, int size) => Init(data, offset, size);

    /// <exception cref="FaultException">It was not initialised, or closed already.</exception>
    public void Close()
    {
        if (!IsInitialised)
        {
            throw new FaultException(null, "Cannot close an uninitialised Msg.");
        }

        this = default;
    }

    public readonly Span<byte> Slice() => _data.AsSpan(_offset, Size);

    public readonly Memory<byte> SliceAsMemory() => _data.AsMemory(_offset, Size);

    public readonly void Put(byte[]? src, int dstOffset, int len) => src.AsSpan(0, len).CopyTo(Slice()[dstOffset..]);

    public readonly void CopyTo(Span<byte> span) => Slice().CopyTo(span);

    public readonly string GetString(Encoding encoding) => encoding.GetString(Slice());

    public readonly byte[] ToArray() => Slice().ToArray();

    public readonly byte[] CloneData() => ToArray();

    internal void InitReceived(byte[] frame, bool hasMore)
    {
        Init(frame, 0, frame.Length);
        HasMore = hasMore;
        _isOwn = true;
    }

    /// <summary>The bytes, for somebody who keeps them; the frame is of no use after.</summary>
    internal readonly byte[] Take() => _isOwn ? _data! : ToArray();

    private void Init(byte[]? data, int offset, int size)
    {
        _data = data;
        _offset = offset;
        _isOwn = false;
        Size = size;
        HasMore = false;
        IsInitialised = true;
    }
}
