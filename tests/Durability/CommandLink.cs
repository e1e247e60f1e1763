using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OrleansGameState.Durability.Silo;

namespace OrleansGameState.Durability;

/// <summary>A connection to a silo's command port. When it breaks, what was asked fails: its outcome is unknown.</summary>
internal sealed class CommandLink : IDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Reply>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly NetworkStream _stream;
    private volatile bool _broken;
    private long _id;

    private CommandLink(Socket socket)
    {
        _stream = new(socket, ownsSocket: true);
        _ = Listen();
    }

    public static async Task<CommandLink> Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        return new(socket);
    }

    /// <summary>Sends a command; its id is given here. An <see cref="IOException"/> where the connection broke before the answer.</summary>
    public async Task<Reply> Ask(Command command)
    {
        var id = Interlocked.Increment(ref _id);
        var reply = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = reply;
        var line = JsonSerializer.SerializeToUtf8Bytes(command with { Id = id }, Command.Json);
        await _writing.WaitAsync();
        try
        {
            await _stream.WriteAsync((byte[])[.. line, (byte)'\n']);
        }
        finally
        {
            _writing.Release();
        }

        if (_broken)
        {
            Break();
        }

        return await reply.Task;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _writing.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            using var reader = new StreamReader(_stream, Encoding.UTF8);
            while (await reader.ReadLineAsync() is { } line)
            {
                var reply = JsonSerializer.Deserialize<Reply>(line, Command.Json)!;
                if (_asked.TryRemove(reply.Id, out var asked))
                {
                    asked.SetResult(reply);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or JsonException)
        {
            // Broken, in the middle of a line perhaps.
        }

        _broken = true;
        Break();
    }

    private void Break()
    {
        foreach (var asked in _asked.Values)
        {
            asked.TrySetException(new IOException("The connection broke before the answer."));
        }
    }
}
