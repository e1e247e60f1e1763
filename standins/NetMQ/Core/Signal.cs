namespace NetMQ.Core;

/// <summary>Wakes one waiting thread; remembers it where none waits.</summary>
internal sealed class Signal
{
    private readonly object _gate = new();
    private bool _isSet;

    public void Set()
    {
        lock (_gate)
        {
            _isSet = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <param name="timeout">Milliseconds, or negative to wait for ever.</param>
    public void Wait(long timeout)
    {
        lock (_gate)
        {
            if (!_isSet)
            {
                Monitor.Wait(_gate, timeout < 0 ? Timeout.Infinite : (int)Math.Min(timeout, int.MaxValue));
            }

            _isSet = false;
        }
    }
}
