using System.Net.Sockets;
using Npgsql;

namespace OrleansGameState.Silo.Tests.Storage.Commits;

/// <summary>Stands between a client and the real server's socket, and can break the connection at the worst moment.</summary>
internal sealed class CuttingRelay : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gs-");
    private readonly List<Socket> _sockets = [];
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private string _server = "";
    private volatile bool _closed;
    private volatile bool _cutNext;

    public bool HasCut { get; private set; }

    /// <summary>Completes once a connection was turned away.</summary>
    public Task Refused => _refused.Task;

    /// <summary>The connection string that leads through here.</summary>
    public string Through(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        _server = Path.Combine(settings.Host!, $".s.PGSQL.{settings.Port}");
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_directory.FullName, ".s.PGSQL.5432")));
        _listener.Listen();
        _ = AcceptAsync();
        (settings.Host, settings.Port) = (_directory.FullName, 5432);
        return settings.ConnectionString;
    }

    /// <summary>The server will get the next request and answer it, but the answer never arrives.</summary>
    public void CutNextAnswer() => _cutNext = true;

    /// <summary>Breaks all connections and turns new ones away.</summary>
    public void Close()
    {
        _closed = true;
        Break();
    }

    public void Open() => _closed = false;

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Break();
        _directory.Delete(recursive: true);
        return default;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                if (_closed)
                {
                    client.Dispose();
                    _refused.TrySetResult();
                    continue;
                }

                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
                lock (_lock)
                {
                    _sockets.AddRange([client, server]);
                }

                _ = CopyAsync(client, server, isAnswer: false);
                _ = CopyAsync(server, client, isAnswer: true);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The relay ends.
        }
    }

    private async Task CopyAsync(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (isAnswer && _cutNext)
                {
                    (_cutNext, HasCut) = (false, true);
                    break;
                }

                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The other side is gone.
        }

        from.Dispose();
        to.Dispose();
    }

    private void Break()
    {
        lock (_lock)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }
}
