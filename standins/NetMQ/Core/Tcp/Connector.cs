using System.Net;
using System.Net.Sockets;

namespace NetMQ.Core.Tcp;

/// <summary>Connects, and again whenever the connection ends.</summary>
internal sealed class Connector(SocketCore core, string address, IPEndPoint remote) : Endpoint(core, address)
{
    private int _failures;

    public override async Task Run()
    {
        while (!Stopped.IsCancellationRequested)
        {
            if (await Connect() is { } tcp && await Serve(tcp))
            {
                _failures = 0;
            }

            if (Core.Options.ReconnectInterval < TimeSpan.Zero || !await Pause())
            {
                return;
            }
        }
    }

    private async Task<Socket?> Connect()
    {
        var tcp = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Core.Tell(SocketEvents.ConnectDelayed, Address, (int)ErrorCode.InProgress);
        try
        {
            Core.Options.ApplyTo(tcp);
            await tcp.ConnectAsync(remote, Stopped);
            Core.Tell(SocketEvents.Connected, Address);
            return tcp;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            tcp.Dispose();
            Core.Tell(SocketEvents.Closed, Address);
            return null;
        }
    }

    private async Task<bool> Pause()
    {
        var pause = Backoff.Next(Core.Options.ReconnectInterval, Core.Options.ReconnectIntervalMax, _failures++, Random.Shared.NextDouble());
        if (Stopped.IsCancellationRequested)
        {
            return false;
        }

        Core.Tell(SocketEvents.ConnectRetried, Address, (int)pause.TotalMilliseconds);
        try
        {
            await Task.Delay(pause, Stopped);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
