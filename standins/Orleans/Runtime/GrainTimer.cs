namespace Orleans.Standin;

/// <summary>Its tick is a call on its own grain; the next is due a period after the last one's end.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CallOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _timer;
    private bool _firing;
    private bool _changed;
    private TimeSpan _dueTime;
    private TimeSpan _period;

    internal GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _options = CallOptions.OneWay | CallOptions.Local
            | (options.Interleave ? CallOptions.AlwaysInterleave : CallOptions.None)
            | (options.KeepAlive ? CallOptions.None : CallOptions.Unnoticed);
        using (ExecutionContext.SuppressFlow())
        {
            _timer = activation.Silo.Time.CreateTimer(
                static state => ((GrainTimer)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        _changed = true;
        _dueTime = dueTime;
        _period = period;
        if (!_firing)
        {
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        try
        {
            _stopping.Cancel();
        }
        catch (AggregateException exception)
        {
            _activation.Silo.Log.TimerFailed(exception, _activation.GrainId);
        }

        _timer.Dispose();
        _activation.RemoveTimer(this);
    }

    internal async ValueTask TickAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        _changed = false;
        try
        {
            await _callback(_stopping.Token);
        }
        catch (Exception exception)
        {
            _activation.Silo.Log.TimerFailed(exception, _activation.GrainId);
        }

        if (!_stopping.IsCancellationRequested)
        {
            _timer.Change(_changed ? _dueTime : _period, Timeout.InfiniteTimeSpan);
        }

        _firing = false;
    }

    private static void Check(TimeSpan time, string name)
    {
        var milliseconds = (long)time.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, 0xfffffffe, name);
    }

    private void Fire()
    {
        _firing = true;
        _activation.Post(new GrainTimerTick(this, _options) { Target = _activation });
    }
}
