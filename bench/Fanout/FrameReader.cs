namespace OrleansGameState.Bench.Fanout;

/// <summary>Counts the messages in what a WebSocket server sends, and forgets their content.</summary>
internal sealed class FrameReader
{
    private readonly byte[] _head = new byte[10];
    private int _headLength;
    private long _rest;
    private bool _message;

    /// <summary>Size of the last message's content.</summary>
    public long LastSize { get; private set; }

    /// <summary>How many messages end within these bytes.</summary>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        var messages = 0;
        while (!bytes.IsEmpty)
        {
            if (_rest == 0)
            {
                _head[_headLength++] = bytes[0];
                bytes = bytes[1..];
                messages += TryBegin() && _rest == 0 ? End() : 0;
                continue;
            }

            var taken = (int)Math.Min(_rest, bytes.Length);
            bytes = bytes[taken..];
            _rest -= taken;
            messages += _rest == 0 ? End() : 0;
        }

        return messages;
    }

    private bool TryBegin()
    {
        if (_headLength < 2)
        {
            return false;
        }

        // A server does not mask, so the length follows at once.
        var (length, extra) = (_head[1] & 0x7F) switch { 126 => (0, 2), 127 => (0, 8), var small => (small, 0) };
        if (_headLength < 2 + extra)
        {
            return false;
        }

        _rest = length;
        for (var index = 2; index < 2 + extra; index++)
        {
            _rest = (_rest << 8) | _head[index];
        }

        // Pings and pongs are not messages; nor is a part of one that is not its last.
        _message = (_head[0] & 0x80) != 0 && (_head[0] & 0x0F) <= 2;
        LastSize = _message ? _rest : LastSize;
        _headLength = 0;
        return true;
    }

    private int End() => _message ? 1 : 0;
}
