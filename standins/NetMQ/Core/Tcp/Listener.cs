using System.Net;
using System.Net.Sockets;

namespace NetMQ.Core.Tcp;

/// <summary>Listens, and speaks to all who come.</summary>
internal sealed class Listener : Endpoint
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly Socket _tcp;
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _serving = [];

    private Listener(SocketCore core, string address, Socket tcp) : base(core, address) => _tcp = tcp;

    public IPEndPoint Local => (IPEndPoint)_tcp.LocalEndPoint!;

    /// <exception cref="NetMQException">Nobody can listen there.</exception>
    public static Listener Open(SocketCore core, string address, IPEndPoint local)
    {
        var tcp = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            tcp.Bind(local);
            tcp.Listen(core.Options.Backlog);
            return new Listener(core, TcpAddress.WithPort(address, ((IPEndPoint)tcp.LocalEndPoint!).Port), tcp);
        }
        catch (SocketException exception)
        {
            tcp.Dispose();
            var code = CodeOf(exception.SocketErrorCode);
            core.Tell(SocketEvents.BindFailed, address, (int)code);
            throw NetMQException.Create(code, $"{address}: {exception.Message}", exception);
        }
    }

    public override async Task Run()
    {
        Core.Tell(SocketEvents.Listening, Address);
        while (!Stopped.IsCancellationRequested)
        {
            await Accept();
        }

        await Task.WhenAll(Serving());
    }

    public override void Stop(bool discard)
    {
        base.Stop(discard);
        _tcp.Dispose();
        Core.Tell(SocketEvents.Closed, Address);
    }

    private async Task Accept()
    {
        try
        {
            var tcp = await _tcp.AcceptAsync(Stopped);
            Core.Options.ApplyTo(tcp);
            Core.Tell(SocketEvents.Accepted, Address);
            Keep(Serve(tcp));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
        }
        catch (SocketException exception) when (!Stopped.IsCancellationRequested)
        {
            Core.Tell(SocketEvents.AcceptFailed, Address, (int)CodeOf(exception.SocketErrorCode));
            await Task.Delay(PauseAfterFailure, CancellationToken.None);
        }
        catch (SocketException)
        {
        }
    }

    private void Keep(Task serving)
    {
        lock (_gate)
        {
            _serving.RemoveWhere(task => task.IsCompleted);
            _serving.Add(serving);
        }
    }

    private Task[] Serving()
    {
        lock (_gate)
        {
            return [.. _serving];
        }
    }

    private static ErrorCode CodeOf(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => ErrorCode.AddressAlreadyInUse,
        SocketError.AddressNotAvailable => ErrorCode.AddressNotAvailable,
        SocketError.AccessDenied => ErrorCode.AccessDenied,
        _ => ErrorCode.Fault,
    };
}
