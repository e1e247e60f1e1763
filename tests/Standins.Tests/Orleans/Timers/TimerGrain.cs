namespace OrleansGameState.Standins.Tests.Orleans.Timers;

public sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    private string Key => this.GetPrimaryKeyString();

    public Task Start(TimeSpan dueTime, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(
            static (grain, _) => grain.Tick(), this, new GrainTimerCreationOptions(dueTime, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan dueTime, TimeSpan period)
    {
        _timer!.Change(dueTime, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task<bool> TickedWhileHolding(string gate, bool interleave)
    {
        await Start(TimeSpan.Zero, Timeout.InfiniteTimeSpan, interleave);
        await Signals.Get(gate);
        return _ticks > 0;
    }

    public Task StartThatThrows()
    {
        _timer = this.RegisterGrainTimer(
            _ =>
            {
                _ticks++;
                Signals.Set($"{Key}/{_ticks}");
                throw new InvalidOperationException("tick");
            },
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(10));
        return Task.CompletedTask;
    }

    public Task StartAndDeactivate()
    {
        _timer = this.RegisterGrainTimer(
            async token =>
            {
                DeactivateOnIdle();
                Signals.Set(Key + "/ticked");
                await Task.Yield();
                Signals.Set(Key + "/token", token.CanBeCanceled.ToString());
            },
            new GrainTimerCreationOptions(TimeSpan.Zero, TimeSpan.FromMilliseconds(10)));
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => Task.FromResult(_ticks);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Set(Key + "/deactivated");
        return Task.CompletedTask;
    }

    private Task Tick()
    {
        _ticks++;
        Signals.Set($"{Key}/{_ticks}");
        return Task.CompletedTask;
    }
}
