using NetMQ.Core;

namespace NetMQ;

/// <summary>A socket: it belongs to one thread at a time.</summary>
public abstract class NetMQSocket : INetMQSocket
{
    private readonly NetMQSocketEventArgs _args;
    private EventHandler<NetMQSocketEventArgs>? _receiveReady;
    private EventHandler<NetMQSocketEventArgs>? _sendReady;

    internal NetMQSocket(SocketCore core)
    {
        Core = core;
        _args = new NetMQSocketEventArgs(this);
    }

    /// <summary>Raised by a poller, or by <see cref="Poll(TimeSpan)" />, while there is something to receive.</summary>
    public event EventHandler<NetMQSocketEventArgs> ReceiveReady
    {
        add
        {
            _receiveReady += value;
            Core.Rouse();
        }

        remove
        {
            _receiveReady -= value;
        }
    }

    /// <summary>Raised by a poller, or by <see cref="Poll(TimeSpan)" />, while something can be sent.</summary>
    public event EventHandler<NetMQSocketEventArgs> SendReady
    {
        add
        {
            _sendReady += value;
            Core.Rouse();
        }

        remove
        {
            _sendReady -= value;
        }
    }

    public SocketOptions Options => Core.Options;

    public bool IsDisposed => Core.IsClosed;

    public bool HasIn => Core.Ready().HasIn();

    public bool HasOut => Core.Ready().HasOut();

    NetMQSocket ISocketPollable.Socket => this;

    internal SocketCore Core { get; }

    /// <summary>What somebody listens to.</summary>
    internal PollEvents Wanted =>
        (_receiveReady is null ? PollEvents.None : PollEvents.PollIn) | (_sendReady is null ? PollEvents.None : PollEvents.PollOut);

    /// <summary>Listens, such as at <c>tcp://127.0.0.1:5551</c>, or at <c>tcp://*:0</c> for any address and a port that is free.</summary>
    /// <exception cref="AddressAlreadyInUseException">Another socket listens there.</exception>
    /// <exception cref="ProtocolNotSupportedException">It is no TCP address.</exception>
    public void Bind(string address) => Core.Bind(address);

    /// <summary>Listens at a port that is free, and tells it.</summary>
    /// <param name="address">Without a port.</param>
    public int BindRandomPort(string address) => Core.BindRandomPort(address);

    /// <summary>Connects, and again whenever the connection is lost. A name is looked up now, and never again.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name is not known.</exception>
    /// <exception cref="ProtocolNotSupportedException">It is no TCP address.</exception>
    public void Connect(string address) => Core.Connect(address);

    /// <summary>Leaves an address that was connected; what came from there and was not received is gone.</summary>
    /// <exception cref="EndpointNotFoundException">The address was not connected.</exception>
    public void Disconnect(string address) => Core.Leave(address);

    /// <summary>Listens no longer; connections made there end.</summary>
    /// <param name="address">As it was bound, with the port that was chosen.</param>
    /// <exception cref="EndpointNotFoundException">The address was not bound.</exception>
    public void Unbind(string address) => Core.Leave(address);

    /// <summary>The same as <see cref="Dispose()" />.</summary>
    public void Close() => Dispose();

    public void Poll() => Poll(SendReceiveConstants.InfiniteTimeout);

    /// <summary>Waits for what somebody listens to, and raises it. False where the time has passed.</summary>
    public bool Poll(TimeSpan timeout)
    {
        var events = Poll(Wanted, timeout);
        Raise(this, events);
        return events != PollEvents.None;
    }

    /// <summary>Waits for one of the events.</summary>
    public PollEvents Poll(PollEvents pollEvents, TimeSpan timeout) => Core.Poll(pollEvents, timeout);

    public virtual bool TryReceive(ref Msg msg, TimeSpan timeout) => Core.TryReceive(ref msg, timeout);

    public virtual bool TrySend(ref Msg msg, TimeSpan timeout, bool more)
    {
        Core.Send(ref msg, more);
        return true;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Raises what somebody listens to.</summary>
    internal void Raise(object sender, PollEvents events)
    {
        if (IsDisposed)
        {
            return;
        }

        if (events.HasIn())
        {
            _receiveReady?.Invoke(sender, _args.With(events));
        }

        if (events.HasOut())
        {
            _sendReady?.Invoke(sender, _args.With(events));
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Core.Close();
        }
    }

    /// <summary>Binds and connects what a connection string lists.</summary>
    /// <remarks><paramref name="connectionString" />: Addresses after commas; @ binds, &gt; connects.</remarks>
    private protected void Open(string? connectionString, Action<string> otherwise)
    {
        foreach (var address in (connectionString ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            switch (address[0])
            {
                case '@':
                    Bind(address[1..]);
                    break;
                case '>':
                    Connect(address[1..]);
                    break;
                default:
                    otherwise(address);
                    break;
            }
        }
    }
}
