using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace OrleansGameState.Bench.Reads;

/// <summary>Reads one answer at a time, with a length or in chunks, into one buffer.</summary>
internal sealed class HttpAnswer
{
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _length;
    private int _body;

    public void Read(Socket socket)
    {
        (_length, _body) = (0, 0);
        var expected = int.MaxValue;
        while (_length < expected && !(_body > 0 && expected == int.MaxValue && IsLastChunk))
        {
            var read = socket.Receive(_buffer.AsSpan(_length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            _length += read;
            if (_body == 0 && Received.IndexOf("\r\n\r\n"u8) is > 0 and var head)
            {
                _body = head + 4;
                expected = Expected();
            }
        }
    }

    public byte[] Body() => _buffer.AsSpan(_body, _length - _body).ToArray();

    private ReadOnlySpan<byte> Received => _buffer.AsSpan(0, _length);

    private bool IsLastChunk => Received[_body..].EndsWith("\r\n0\r\n\r\n"u8);

    private int Expected()
    {
        if (!Received.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException($"The server answered: {Encoding.UTF8.GetString(Received)}");
        }

        var name = "\r\nContent-Length: "u8;
        var at = Received[.._body].IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(Received[(at + name.Length)..], out int length, out _) ? _body + length : int.MaxValue;
    }
}
