using NetMQ.Core;

namespace NetMQ.Monitoring;

/// <summary>Tells of a socket's connections, on a poller's thread or one of its own. One monitor a socket.</summary>
public class NetMQMonitor : IDisposable
{
    private const string Scheme = "inproc://";

    private readonly NetMQSocket _monitored;
    private readonly Context _context;
    private readonly MonitorCore _events;
    private readonly MonitorSocket _socket;
    private readonly object _gate = new();
    private INetMQPoller? _poller;
    private volatile bool _isStopping;
    private bool _isRunning;
    private bool _isDisposed;

    /// <remarks><paramref name="endpoint" />: A name of its own, such as <c>inproc://feed</c>.</remarks>
    /// <exception cref="ProtocolNotSupportedException">The endpoint is none of inproc.</exception>
    /// <exception cref="AddressAlreadyInUseException">Another monitor has the endpoint.</exception>
    public NetMQMonitor(NetMQSocket monitoredSocket, string endpoint, SocketEvents eventsToMonitor)
    {
        if (!endpoint.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new ProtocolNotSupportedException(null, $"{endpoint}: a monitor's endpoint begins with {Scheme}");
        }

        _monitored = monitoredSocket;
        _context = monitoredSocket.Core.Context;
        if (!_context.TryTakeMonitorName(endpoint))
        {
            throw new AddressAlreadyInUseException($"Cannot bind address ( {endpoint} ) - already in use.");
        }

        Endpoint = endpoint;
        _events = new MonitorCore(eventsToMonitor);
        _socket = new MonitorSocket(_events);
        _socket.ReceiveReady += (_, _) => RaiseNext();
        monitoredSocket.Core.Watch(_events);
    }

    /// <summary>All events, before those of their own.</summary>
    public event EventHandler<NetMQMonitorEventArgs>? EventReceived;

    public event EventHandler<NetMQMonitorSocketEventArgs>? Connected;

    public event EventHandler<NetMQMonitorErrorEventArgs>? ConnectDelayed;

    public event EventHandler<NetMQMonitorIntervalEventArgs>? ConnectRetried;

    public event EventHandler<NetMQMonitorSocketEventArgs>? Listening;

    public event EventHandler<NetMQMonitorErrorEventArgs>? BindFailed;

    public event EventHandler<NetMQMonitorSocketEventArgs>? Accepted;

    public event EventHandler<NetMQMonitorErrorEventArgs>? AcceptFailed;

    public event EventHandler<NetMQMonitorSocketEventArgs>? Closed;

    public event EventHandler<NetMQMonitorSocketEventArgs>? Disconnected;

    public string Endpoint { get; }

    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _isRunning;
            }
        }
    }

    /// <summary>After how long of nothing it looks whether it was stopped.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(0.5);

    public void AttachToPoller<T>(T poller) where T : INetMQPoller
    {
        ArgumentNullException.ThrowIfNull(poller);
        Begin();
        _poller = poller;
        poller.Add(_socket);
    }

    public void DetachFromPoller() => Detach(poller => poller.Remove(_socket));

    /// <summary>Tells, on the caller's thread, until it is stopped from another.</summary>
    public void Start()
    {
        Begin();
        Tell();
    }

    /// <summary>Tells on a thread of its own.</summary>
    public Task StartAsync()
    {
        Begin();
        return Task.Factory.StartNew(Tell, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Stops, and waits until it did.</summary>
    public void Stop()
    {
        if (_poller is not null)
        {
            throw new InvalidOperationException("Monitor attached to a poller, please detach from poller and don't use the stop method");
        }

        _isStopping = true;
        _socket.Core.Rouse();
        lock (_gate)
        {
            while (_isRunning)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _monitored.Core.StopWatching();
        _context.ReturnMonitorName(Endpoint);
        if (_poller is null)
        {
            Stop();
            _socket.Dispose();
        }
        else
        {
            Detach(poller => poller.RemoveAndDispose(_socket));
        }
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (_isRunning)
            {
                throw new InvalidOperationException("Monitor already started");
            }

            _isRunning = true;
        }
    }

    private void Tell()
    {
        try
        {
            while (!_isStopping)
            {
                _socket.Poll(Timeout);
            }
        }
        finally
        {
            End();
        }
    }

    private void Detach(Action<INetMQPoller> remove)
    {
        if (_poller is not { } poller)
        {
            throw new InvalidOperationException("Not attached to a poller");
        }

        _poller = null;
        remove(poller);
        End();
    }

    private void End()
    {
        lock (_gate)
        {
            _isRunning = false;
            Monitor.PulseAll(_gate);
        }
    }

    private void RaiseNext()
    {
        if (!_events.TryTake(out var record))
        {
            return;
        }

        switch (record.Event)
        {
            case SocketEvents.Connected:
                Raise(Connected, Plain(record));
                break;
            case SocketEvents.ConnectDelayed:
                Raise(ConnectDelayed, Failed(record));
                break;
            case SocketEvents.ConnectRetried:
                Raise(ConnectRetried, new NetMQMonitorIntervalEventArgs(this, record.Address, record.Detail, record.Event));
                break;
            case SocketEvents.Listening:
                Raise(Listening, Plain(record));
                break;
            case SocketEvents.BindFailed:
                Raise(BindFailed, Failed(record));
                break;
            case SocketEvents.Accepted:
                Raise(Accepted, Plain(record));
                break;
            case SocketEvents.AcceptFailed:
                Raise(AcceptFailed, Failed(record));
                break;
            case SocketEvents.Closed:
                Raise(Closed, Plain(record));
                break;
            case SocketEvents.Disconnected:
                Raise(Disconnected, Plain(record));
                break;
        }
    }

    private NetMQMonitorSocketEventArgs Plain(MonitorRecord record) => new(this, record.Address, record.Event);

    private NetMQMonitorErrorEventArgs Failed(MonitorRecord record) => new(this, record.Address, (ErrorCode)record.Detail, record.Event);

    private void Raise<T>(EventHandler<T>? handler, T args) where T : NetMQMonitorEventArgs
    {
        EventReceived?.Invoke(this, args);
        handler?.Invoke(this, args);
    }
}
