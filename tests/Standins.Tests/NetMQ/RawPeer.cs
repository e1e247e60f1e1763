using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>The other end of a connection, byte by byte: it says what no library would.</summary>
internal sealed class RawPeer(TcpClient tcp) : IDisposable
{
    private readonly NetworkStream _stream = tcp.GetStream();

    /// <summary>Version 3.0 with NULL; the other end's begins with the same twelve bytes.</summary>
    public static byte[] Greeting(byte major = 3, string mechanism = "NULL") =>
        [0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, major, 0, .. Encoding.ASCII.GetBytes(mechanism.PadRight(20, '\0')), .. new byte[32]];

    public static byte[] Ready(string socketType) =>
        Command("READY", [11, .. "Socket-Type"u8, 0, 0, 0, (byte)socketType.Length, .. Encoding.ASCII.GetBytes(socketType)]);

    public static byte[] Command(string name, params byte[] data) =>
        [4, (byte)(1 + name.Length + data.Length), (byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data];

    public static byte[] Frame(string text, bool more = false) => Frame(Encoding.UTF8.GetBytes(text), more);

    public static byte[] Frame(byte[] body, bool more = false)
    {
        var flags = more ? 1 : 0;
        if (body.Length <= 255)
        {
            return [(byte)flags, (byte)body.Length, .. body];
        }

        return [.. LongHeader((ulong)body.Length, more), .. body];
    }

    public static byte[] LongHeader(ulong length, bool more = false)
    {
        var header = new byte[9];
        header[0] = (byte)(more ? 3 : 2);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(1), length);
        return header;
    }

    public static async Task<RawPeer> Connect(string address)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPEndPoint.Parse(address.Replace("tcp://", "", StringComparison.Ordinal)));
        return new RawPeer(client);
    }

    public static async Task<RawPeer> Accept(TcpListener listener)
    {
        var client = await listener.AcceptTcpClientAsync().InTime();
        client.NoDelay = true;
        return new RawPeer(client);
    }

    /// <summary>Greets and is greeted; gives the other end's READY.</summary>
    public async Task<byte[]> Shake(string socketType)
    {
        await Send([.. Greeting(), .. Ready(socketType)]);
        await Skip(64);
        return (await Receive()).Body;
    }

    public Task Send(byte[] bytes) => _stream.WriteAsync(bytes).AsTask();

    /// <summary>One byte at a time, each in a packet of its own.</summary>
    public async Task SendSlowly(byte[] bytes)
    {
        foreach (var one in bytes)
        {
            await _stream.WriteAsync(new[] { one });
            await _stream.FlushAsync();
        }
    }

    public async Task<byte[]> Skip(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes).AsTask().InTime();
        return bytes;
    }

    /// <summary>The next frame: its flags without the one for long lengths, and its body.</summary>
    public async Task<(int Flags, byte[] Body)> Receive()
    {
        var flags = (await Skip(1))[0];
        var length = (flags & 2) == 0 ? (await Skip(1))[0] : (int)BinaryPrimitives.ReadUInt64BigEndian(await Skip(8));
        return (flags & ~2, await Skip(length));
    }

    /// <summary>Completes when the other end has ended the connection, whatever it says before.</summary>
    public async Task Ended()
    {
        var bytes = new byte[4096];
        try
        {
            while (await _stream.ReadAsync(bytes).AsTask().InTime() > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    public void Dispose() => tcp.Dispose();
}
