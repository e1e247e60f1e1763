using NetMQ.Core;

namespace NetMQ;

/// <summary>What all sockets of the process share.</summary>
public static class NetMQConfig
{
    private static readonly Lock Gate = new();
    private static Context? _context;
    private static TimeSpan _linger = TimeSpan.Zero;

    /// <summary>How long sockets made from now on go on sending after they were closed; none by default.</summary>
    public static TimeSpan Linger
    {
        get
        {
            lock (Gate)
            {
                return _linger;
            }
        }

        set
        {
            lock (Gate)
            {
                _linger = value;
            }
        }
    }

    internal static Context Context
    {
        get
        {
            lock (Gate)
            {
                return _context ??= new Context();
            }
        }
    }

    /// <summary>Ends all sockets: those still open throw <see cref="TerminatingException" /> until they are disposed.</summary>
    /// <param name="block">Waits until every socket is disposed and has sent what it lingers for.</param>
    public static void Cleanup(bool block = true)
    {
        Context? context;
        lock (Gate)
        {
            context = _context;
            _context = null;
        }

        context?.Terminate(block);
    }
}
