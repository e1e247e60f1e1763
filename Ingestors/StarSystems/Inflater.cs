using System.Buffers.Binary;
using System.IO.Compression;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Inflates zlib into memory of its own, which the next call overwrites. Any bytes give content or a refusal; of a bomb no
/// more is inflated than is allowed.
/// </summary>
/// <param name="maximum">The most bytes that it inflates to.</param>
internal sealed class Inflater(int maximum = Inflater.MostBytes)
{
    /// <summary>Several times what any message of the feeds is.</summary>
    public const int MostBytes = 8 << 20;

    private const int FirstBytes = 64 << 10;

    private byte[] _buffer = new byte[FirstBytes];

    /// <summary>What the zlib holds, with as much room before and after it as was asked for; null where it is refused.</summary>
    /// <param name="deflated">A zlib stream, whole and nothing else.</param>
    /// <param name="room">Bytes to leave before the content.</param>
    /// <param name="refusal">Why not.</param>
    public Memory<byte>? Inflate(ReadOnlyMemory<byte> deflated, int room, out FrameRefusal? refusal)
    {
        try
        {
            var length = Read(deflated, room);
            refusal = length > maximum ? new(Refusals.ZlibBomb, "", $"a frame of {deflated.Length} bytes inflates to more than {maximum}")
                : !IsWhole(deflated.Span, _buffer.AsSpan(room, length)) ? new(Refusals.DamagedZlib, "", "the zlib stream is cut off, or something follows it")
                : null;
            return refusal is null ? _buffer.AsMemory(0, room + length) : default(Memory<byte>?);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            refusal = new(Refusals.DamagedZlib, "", exception.Message);
            return null;
        }
    }

    // One byte more than is allowed tells a bomb.
    private int Read(ReadOnlyMemory<byte> deflated, int room)
    {
        using var stream = new ZLibStream(StreamOf(deflated), CompressionMode.Decompress);
        var length = 0;
        while (length <= maximum)
        {
            MakeRoom(room + length);
            var end = Math.Min(_buffer.Length, room + maximum + 1);
            var read = stream.Read(_buffer, room + length, end - room - length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    private void MakeRoom(int used)
    {
        if (used == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new(bytes.ToArray(), writable: false);

    // The library takes a stream that ends too early for a whole one; the checksum at its end does not.
    private static bool IsWhole(ReadOnlySpan<byte> deflated, ReadOnlySpan<byte> content) =>
        deflated.Length >= 6 && BinaryPrimitives.ReadUInt32BigEndian(deflated[^4..]) == Adler32(content);

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint Modulus = 65521;
        const int MostBeforeOverflow = 5552;
        uint low = 1, high = 0;
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, MostBeforeOverflow)];
            foreach (var one in part)
            {
                low += one;
                high += low;
            }

            low %= Modulus;
            high %= Modulus;
            bytes = bytes[part.Length..];
        }

        return (high << 16) | low;
    }
}
