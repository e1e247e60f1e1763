using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Tcp;

/// <summary>Pings the peer, and gives it up where it stays silent; the peer's own pings may ask for the same.</summary>
internal sealed class Heartbeat(SocketOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private Action? _giveUp;
    private ITimer? _ping;
    private ITimer? _silence;
    private volatile bool _isWaiting;
    private bool _isDisposed;

    public void Start(Func<byte[], bool> send, Action giveUp)
    {
        lock (_gate)
        {
            _giveUp = giveUp;
            if (options.HeartbeatInterval > TimeSpan.Zero)
            {
                var ping = Commands.WritePing((ushort)Math.Clamp(options.HeartbeatTtl.TotalMilliseconds / 100, 0, ushort.MaxValue));
                _ping = TimeProvider.System.CreateTimer(_ => Ping(send, ping), null, options.HeartbeatInterval, options.HeartbeatInterval);
            }
        }
    }

    /// <summary>Something came from the peer.</summary>
    public void Heard()
    {
        if (_isWaiting)
        {
            lock (_gate)
            {
                _isWaiting = false;
                _silence?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Gives the peer up where nothing more comes within the time; zero is no time.</summary>
    public void Expect(TimeSpan within)
    {
        lock (_gate)
        {
            if (within <= TimeSpan.Zero || _isWaiting || _isDisposed)
            {
                return;
            }

            _isWaiting = true;
            _silence ??= TimeProvider.System.CreateTimer(_ => GiveUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _silence.Change(within, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _ping?.Dispose();
            _silence?.Dispose();
        }
    }

    private void Ping(Func<byte[], bool> send, byte[] ping)
    {
        send(ping);
        Expect(options.HeartbeatTimeout < TimeSpan.Zero ? options.HeartbeatInterval : options.HeartbeatTimeout);
    }

    private void GiveUp()
    {
        if (_isWaiting)
        {
            _giveUp?.Invoke();
        }
    }
}
