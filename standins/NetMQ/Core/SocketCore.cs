using System.Collections.Concurrent;
using NetMQ.Core.Tcp;

namespace NetMQ.Core;

/// <summary>What every type of socket does: addresses, waiting, closing. The types say what is done with messages.</summary>
internal abstract class SocketCore
{
    private readonly ConcurrentDictionary<string, (Endpoint Endpoint, Task Ended)> _endpoints = [];
    private readonly Signal _arrived = new();
    private volatile Signal? _poller;
    private volatile MonitorCore? _monitor;
    private volatile bool _isTerminated;
    private int _isClosed;
    private int _inUse;

    protected SocketCore()
    {
        Context = NetMQConfig.Context;
        Options = new SocketOptions(NetMQConfig.Linger);
        Context.Add(this);
    }

    public Context Context { get; }

    public SocketOptions Options { get; }

    public bool IsClosed => Volatile.Read(ref _isClosed) != 0;

    /// <summary>As READY tells it.</summary>
    public virtual string SocketType => throw new NotSupportedException();

    /// <summary>Bytes, for each connection.</summary>
    public virtual int ReadBufferSize => 4 * 1024;

    public virtual bool Understands(string peerType) => false;

    /// <summary>A peer was greeted and accepted.</summary>
    public virtual void Attach(Connection connection)
    {
    }

    /// <summary>A peer that was accepted is gone.</summary>
    public virtual void Detach(Connection connection)
    {
    }

    /// <summary>A whole message came; the next is read when this completes.</summary>
    public virtual ValueTask Receive(Connection connection, Message message) => ValueTask.CompletedTask;

    /// <summary>A command came that is the socket type's own business; those not known are passed over.</summary>
    public virtual void Obey(Connection connection, ReadOnlySpan<byte> command, ReadOnlySpan<byte> data)
    {
    }

    /// <summary>What was received at an address is no longer wanted.</summary>
    public virtual void Forget(Endpoint endpoint)
    {
    }

    public void Bind(string address)
    {
        using var turn = Enter();
        var listener = Listener.Open(this, address, TcpAddress.Resolve(address));
        Options.LastEndpoint = $"tcp://{listener.Local}";
        Begin(listener);
    }

    public int BindRandomPort(string address)
    {
        Bind($"{address}:0");
        return int.Parse(Options.LastEndpoint!.AsSpan(Options.LastEndpoint!.LastIndexOf(':') + 1), provider: null);
    }

    public void Connect(string address)
    {
        using var turn = Enter();
        var remote = TcpAddress.Resolve(address);
        if (remote.Port == 0 || _endpoints.ContainsKey(address))
        {
            throw new InvalidException(remote.Port == 0 ? $"{address} has no port to connect to." : $"{address} is connected already.");
        }

        Options.LastEndpoint = $"tcp://{remote}";
        Begin(new Connector(this, address, remote));
    }

    /// <summary>Leaves an address that was bound or connected, with all connections there.</summary>
    public void Leave(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var turn = Enter();
        if (!_endpoints.TryRemove(address, out var left))
        {
            throw new EndpointNotFoundException($"{address} was neither bound nor connected.");
        }

        left.Endpoint.Stop(discard: true);
    }

    public bool TryReceive(ref Msg msg, TimeSpan timeout)
    {
        using var turn = Enter();
        RequireInitialised(msg);
        if (TryTake(ref msg))
        {
            return true;
        }

        if (timeout == TimeSpan.Zero)
        {
            return false;
        }

        for (var deadline = new Deadline(timeout); !deadline.HasPassed;)
        {
            _arrived.Wait(deadline.Remaining);
            CheckUsable();
            if (TryTake(ref msg))
            {
                return true;
            }
        }

        return false;
    }

    public void Send(ref Msg msg, bool more)
    {
        using var turn = Enter();
        RequireInitialised(msg);
        Send(msg.Slice(), more);
        msg.InitEmpty();
    }

    public PollEvents Ready()
    {
        using var turn = Enter();
        return ReadyNow();
    }

    /// <summary>Waits for one of the events.</summary>
    public PollEvents Poll(PollEvents events, TimeSpan timeout)
    {
        using var turn = Enter();
        var deadline = new Deadline(timeout);
        while (true)
        {
            CheckUsable();
            var ready = ReadyNow() & events;
            if (ready != PollEvents.None || deadline.HasPassed)
            {
                return ready;
            }

            _arrived.Wait(deadline.Remaining);
        }
    }

    /// <summary>Wakes a poller from now on, or nobody.</summary>
    public void Wake(Signal? poller)
    {
        _poller = poller;
        poller?.Set();
    }

    /// <summary>Tells the monitor, where there is one.</summary>
    public void Tell(SocketEvents what, string address, int detail = 0) => _monitor?.Add(new MonitorRecord(what, address, detail));

    public void Watch(MonitorCore monitor)
    {
        using var turn = Enter();
        _monitor = _monitor is null ? monitor : throw new InvalidException("The stand-in has one monitor a socket.");
    }

    public void StopWatching() => _monitor = null;

    public void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            Rouse();
            var linger = SocketType == Patterns.PublisherCore.Type && !_isTerminated ? Options.Linger : TimeSpan.Zero;
            StopAll(discard: linger == TimeSpan.Zero);

            // Not on a poller's thread, which may be gone before the end.
            _ = Task.Run(() => End(linger));
        }
    }

    public void Terminate(bool giveUp)
    {
        _isTerminated = true;
        Rouse();
        if (giveUp)
        {
            StopAll(discard: true);
        }
    }

    /// <exception cref="ObjectDisposedException">The socket was closed.</exception>
    /// <exception cref="TerminatingException">All sockets were ended.</exception>
    public void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(IsClosed, typeof(NetMQSocket));
        if (_isTerminated)
        {
            throw new TerminatingException("NetMQConfig.Cleanup was called.");
        }
    }

    protected abstract bool TryTake(ref Msg msg);

    protected abstract void Send(ReadOnlySpan<byte> frame, bool more);

    protected abstract PollEvents ReadyNow();

    /// <summary>Has whoever polls look again.</summary>
    public void Rouse()
    {
        _arrived.Set();
        _poller?.Set();
    }

    /// <summary>The socket is the caller's until the turn is given back.</summary>
    /// <exception cref="InvalidOperationException">Another thread has it.</exception>
    protected Turn Enter()
    {
        CheckUsable();
        return Interlocked.Exchange(ref _inUse, 1) == 0
            ? new Turn(this)
            : throw new InvalidOperationException("The socket is in use by another thread: it belongs to one at a time.");
    }

    private static void RequireInitialised(in Msg msg)
    {
        if (!msg.IsInitialised)
        {
            throw new FaultException(null, "The Msg was not initialised.");
        }
    }

    private void Begin(Endpoint endpoint) => _endpoints[endpoint.Address] = (endpoint, Task.Run(endpoint.Run));

    private async Task End(TimeSpan linger)
    {
        var ended = Task.WhenAll(_endpoints.Values.Select(each => each.Ended));
        if (linger != TimeSpan.Zero)
        {
            await Task.WhenAny(ended, Task.Delay(linger < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : linger, TimeProvider.System));
            StopAll(discard: true);
        }

        await ended;
        Context.Remove(this);
    }

    private void StopAll(bool discard)
    {
        foreach (var (endpoint, _) in _endpoints.Values)
        {
            endpoint.Stop(discard);
        }
    }

    /// <summary>A stretch of time in which one thread has the socket.</summary>
    protected readonly ref struct Turn(SocketCore core)
    {
        public void Dispose() => Volatile.Write(ref core._inUse, 0);
    }
}
