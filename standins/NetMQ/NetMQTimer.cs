namespace NetMQ;

/// <summary>Tells a poller's thread, again and again, that an interval has passed.</summary>
public class NetMQTimer
{
    private const long Never = -1;

    private readonly NetMQTimerEventArgs _args;
    private int _interval;
    private bool _enable = true;

    public NetMQTimer(TimeSpan interval) : this((int)interval.TotalMilliseconds)
    {
    }

    /// <param name="interval">Milliseconds.</param>
    public NetMQTimer(int interval)
    {
        _interval = interval;
        _args = new NetMQTimerEventArgs(this);
    }

    public event EventHandler<NetMQTimerEventArgs>? Elapsed;

    /// <summary>Milliseconds; setting it begins the interval anew.</summary>
    public int Interval
    {
        get => _interval;
        set
        {
            _interval = value;
            Due = _enable ? Now + value : Never;
        }
    }

    public bool Enable
    {
        get => _enable;
        set
        {
            if (_enable != value)
            {
                _enable = value;
                Due = value ? Now + _interval : Never;
            }
        }
    }

    internal long Due { get; private set; } = Never;

    private static long Now => Environment.TickCount64;

    public void EnableAndReset()
    {
        _enable = true;
        Begin();
    }

    internal void Begin() => Due = _enable ? Now + _interval : Never;

    internal void Forget() => Due = Never;

    /// <summary>Milliseconds until it is due, or none.</summary>
    internal long? Remaining()
    {
        if (_enable && Due == Never)
        {
            Begin();
        }

        return Due == Never ? null : Math.Max(0, Due - Now);
    }

    internal void RaiseWhenDue(object sender)
    {
        if (Due == Never || Now < Due)
        {
            return;
        }

        Elapsed?.Invoke(sender, _args);
        Begin();
    }
}
