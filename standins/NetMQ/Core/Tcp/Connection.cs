using System.Net.Sockets;
using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Tcp;

/// <summary>One TCP connection that speaks ZMTP. Whatever goes wrong on it ends it, and nothing else.</summary>
internal sealed class Connection(SocketCore core, Endpoint endpoint, Socket tcp) : IDisposable
{
    private readonly FrameReader _reader = new(tcp, core.ReadBufferSize, core.Options.FrameLimit);
    private readonly Heartbeat _heartbeat = new(core.Options);
    private volatile bool _isReady;

    public Endpoint Endpoint { get; } = endpoint;

    public Outbox Outbox { get; } = new(core.Options.SendHighWatermark);

    /// <summary>What the socket keeps of this peer.</summary>
    public object? State { get; set; }

    /// <summary>Speaks until one side ends it; tells whether the peer was greeted and accepted.</summary>
    public async Task<bool> Run()
    {
        try
        {
            await Greet();
            _isReady = true;
            core.Attach(this);
            await Speak();
        }
        catch (Exception exception) when (IsEnd(exception))
        {
        }
        finally
        {
            Discard();
        }

        return _isReady;
    }

    /// <summary>Ends it at once, with what waits.</summary>
    public void Discard() => tcp.Dispose();

    /// <summary>Ends it when what waits is sent.</summary>
    public void Finish()
    {
        if (!_isReady)
        {
            Discard();
        }

        Outbox.Complete();
    }

    public void Dispose()
    {
        _heartbeat.Dispose();
        _reader.Dispose();
        tcp.Dispose();
    }

    private static bool IsEnd(Exception exception) =>
        exception is SocketException or ObjectDisposedException or EndOfStreamException or ProtocolViolationException;

    private async Task Greet()
    {
        using var patience = TimeProvider.System.CreateTimer(_ => Discard(), null, Limits.Handshake, Timeout.InfiniteTimeSpan);
        byte[] greeting = [.. Greeting.Ours(), .. Commands.WriteReady(core.SocketType)];
        await Send(greeting);
        await _reader.ReadGreeting();
        var peer = Commands.ReadReady(await _reader.ReadFrame());
        if (!core.Understands(peer))
        {
            throw new ProtocolViolationException($"a {core.SocketType} has nothing to say to a {peer}");
        }
    }

    private async Task Send(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await tcp.SendAsync(bytes, SocketFlags.None)..];
        }
    }

    private async Task Speak()
    {
        _heartbeat.Start(frame => Outbox.TryAnswer(frame), Discard);
        var sending = SendAll();
        try
        {
            await Listen();
        }
        finally
        {
            core.Detach(this);
            Discard();
            Outbox.Complete();
            await sending;
        }
    }

    private async Task SendAll()
    {
        try
        {
            await Outbox.SendAll(tcp);

            // Completed while the peer is still there: it reads to the end, then closes.
            tcp.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            Discard();
        }
    }

    private async Task Listen()
    {
        List<byte[]>? parts = null;
        var size = 0L;
        while (true)
        {
            var frame = await _reader.ReadFrame();
            _heartbeat.Heard();
            if (frame.IsCommand)
            {
                Obey(frame.Body);
            }
            else if (parts is null && !frame.HasMore)
            {
                await core.Receive(this, new Message(frame.Body, null));
            }
            else
            {
                size += frame.Body.Length;
                parts ??= [];
                parts.Add(frame.Body);
                if (size > Limits.Message || parts.Count > Limits.Parts)
                {
                    throw new ProtocolViolationException("a message that is too long");
                }

                if (!frame.HasMore)
                {
                    var first = parts[0];
                    parts.RemoveAt(0);
                    await core.Receive(this, new Message(first, parts));
                    (parts, size) = (null, 0);
                }
            }
        }
    }

    private void Obey(ReadOnlySpan<byte> command)
    {
        var name = Commands.Name(command, out var data);
        if (name.SequenceEqual(Commands.Ping))
        {
            var pong = Commands.WritePong(data, out var lifetime);
            _heartbeat.Expect(lifetime);
            Outbox.TryAnswer(pong);
        }
        else
        {
            core.Obey(this, name, data);
        }
    }
}
