namespace NetMQ.Core;

/// <summary>All sockets that were made since the last clean-up.</summary>
internal sealed class Context
{
    private readonly object _gate = new();
    private readonly HashSet<SocketCore> _sockets = [];
    private readonly HashSet<string> _monitors = [];

    public void Add(SocketCore socket)
    {
        lock (_gate)
        {
            _sockets.Add(socket);
        }
    }

    /// <summary>The socket has closed, and what it had left to send is sent or given up.</summary>
    public void Remove(SocketCore socket)
    {
        lock (_gate)
        {
            _sockets.Remove(socket);
            if (_sockets.Count == 0)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    public bool TryTakeMonitorName(string name)
    {
        lock (_gate)
        {
            return _monitors.Add(name);
        }
    }

    public void ReturnMonitorName(string name)
    {
        lock (_gate)
        {
            _monitors.Remove(name);
        }
    }

    /// <summary>Open sockets refuse from now on.</summary>
    /// <param name="block">Waits until all are closed; else what they had left to send is given up.</param>
    public void Terminate(bool block)
    {
        SocketCore[] open;
        lock (_gate)
        {
            open = [.. _sockets];
        }

        foreach (var socket in open)
        {
            socket.Terminate(giveUp: !block);
        }

        lock (_gate)
        {
            while (block && _sockets.Count > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }
}
