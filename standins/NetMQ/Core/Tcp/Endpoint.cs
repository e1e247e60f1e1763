using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using NetMQ.Core.Patterns;

namespace NetMQ.Core.Tcp;

/// <summary>An address that a socket connects to or listens at, with the connections that come of it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has neither timer nor wait handle, and is asked after the end.")]
internal abstract class Endpoint(SocketCore core, string address)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Connection> _connections = [];
    private readonly CancellationTokenSource _stop = new();

    public string Address { get; } = address;

    /// <summary>What was received here and waits: it outlives a connection, so that who comes back does not get more room.</summary>
    public InboxQueue Received { get; } = new(core.Options.ReceiveHighWatermark);

    protected SocketCore Core { get; } = core;

    protected CancellationToken Stopped => _stop.Token;

    /// <summary>Ends when it was stopped and all its connections have ended.</summary>
    public abstract Task Run();

    /// <summary>Makes no more connections.</summary>
    /// <param name="discard">Also ends those there are, with what waits in them.</param>
    public virtual void Stop(bool discard)
    {
        _stop.Cancel();
        if (discard)
        {
            Core.Forget(this);
        }

        foreach (var connection in Connections())
        {
            if (discard)
            {
                connection.Discard();
            }
            else
            {
                connection.Finish();
            }
        }
    }

    /// <summary>Speaks through a connection until it ends.</summary>
    protected async Task<bool> Serve(Socket tcp)
    {
        using var connection = new Connection(Core, this, tcp);
        lock (_gate)
        {
            _connections.Add(connection);
        }

        if (_stop.IsCancellationRequested)
        {
            connection.Discard();
        }

        var wasReady = await connection.Run();
        lock (_gate)
        {
            _connections.Remove(connection);
        }

        Core.Tell(SocketEvents.Disconnected, Address);
        return wasReady;
    }

    private Connection[] Connections()
    {
        lock (_gate)
        {
            return [.. _connections];
        }
    }
}
