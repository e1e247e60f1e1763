using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Standin;

/// <summary>One grain in memory: made on its first call, gone when idle, asked for, or the silo stops.</summary>
internal sealed class Activation : CallTarget, IGrainContext
{
    private readonly GrainClass _class;
    private object? _instance;
    private IStateReader[]? _states;
    private ActivationParts? _parts;
    private long _lastUsed;
    private volatile ActivationPhase _phase;

    internal Activation(SiloRuntime silo, GrainClass grainClass, GrainId id)
    {
        Context = silo.OwnContext;
        _class = grainClass;
        GrainId = id;
    }

    internal static new Activation? Current => CallTarget.Current as Activation;

    public override GrainId GrainId { get; }

    public GrainReference GrainReference => Silo.ReferenceTo(this);

    public object? GrainInstance => _instance;

    public IServiceProvider ActivationServices => Scope().ServiceProvider;

    public Task Deactivated
    {
        get
        {
            lock (_class)
            {
                if (IsGone)
                {
                    return Task.CompletedTask;
                }

                return (Parts.Deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    internal GrainClass Class => _class;

    /// <summary>When its last call ended, in milliseconds of the silo's clock.</summary>
    internal long LastUsed => Volatile.Read(ref _lastUsed);

    internal override ReferenceContext Context { get; }

    internal override bool IsItselfAFilter => _class.IsFilter;

    internal override bool IsGone => _phase == ActivationPhase.Gone;

    internal ActivationParts Parts => _parts ?? Interlocked.CompareExchange(ref _parts, new(), null) ?? _parts;

    protected override bool IsReady => _phase == ActivationPhase.Ready;

    protected override bool IsReentrant => _class.IsReentrant;

    public override string ToString() => GrainId.ToString();

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (ReferenceEquals(Current, this))
        {
            End(deactivationReason);
        }
        else
        {
            Post(new ActionItem(target => ((Activation)target).End(deactivationReason)));
        }
    }

    internal static Activation Of(IGrainBase grain) => grain.GrainContext as Activation
        ?? throw new InvalidOperationException("Grain was created outside of the Orleans creation process and no runtime was specified.");

    internal override object RequireInstance() => _instance!;

    internal void AddState(IStateReader state) => _states = _states is null ? [state] : [.. _states, state];

    internal IGrainTimer AddTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (!ReferenceEquals(Current, this))
        {
            throw new InvalidOperationException("A grain timer can only be registered from within its grain, not from Task.Run or another thread.");
        }

        var timer = new GrainTimer(this, callback, options);
        (Parts.Timers ??= []).Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    internal void RemoveTimer(GrainTimer timer) => _parts?.Timers?.Remove(timer);

    internal void DelayDeactivation(TimeSpan time) =>
        Parts.KeptUntil = time < TimeSpan.Zero ? 0
            : time == TimeSpan.MaxValue ? long.MaxValue
            : Silo.Now + (long)time.TotalMilliseconds;

    /// <summary>On the worker: ends an activation that has been idle for its class' age.</summary>
    internal void EndIfIdle(long now)
    {
        var age = _class.CollectionAgeMilliseconds;
        if (_phase == ActivationPhase.Ready && !IsRunning && IsIdle(now))
        {
            End(new(DeactivationReasonCode.ActivationIdle, $"Has been idle for {TimeSpan.FromMilliseconds(age)}."));
        }
    }

    /// <summary>From any thread: a first look.</summary>
    internal bool IsIdle(long now) =>
        _phase == ActivationPhase.Ready
        && now - Volatile.Read(ref _lastUsed) >= _class.CollectionAgeMilliseconds
        && (_parts is not { } parts || parts.KeptUntil <= now);

    protected override void PassOn(Call call)
    {
        if (call.Is(CallOptions.Local))
        {
            call.Fail(new OperationCanceledException("The activation has ended."));
        }
        else
        {
            Silo.Send(GrainId, _class, call);
        }
    }

    protected override void OnEnded(Call call, Exception? exception)
    {
        if (!call.Is(CallOptions.Unnoticed))
        {
            Volatile.Write(ref _lastUsed, Silo.Now);
        }

        if (exception is not null && call.Is(CallOptions.OneWay))
        {
            Silo.Log.OneWayFailed(exception, call.Description);
        }

        if (exception is Storage.InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            End(new(DeactivationReasonCode.ApplicationError, conflict, "Its stored state was changed by another."));
        }

        if (_phase == ActivationPhase.Ending && !IsRunning)
        {
            _ = EndAsync();
        }
    }

    protected override void OnWaiting()
    {
        if (_phase == ActivationPhase.New)
        {
            _phase = ActivationPhase.Starting;
            _ = StartAsync();
        }
    }

    private async Task StartAsync()
    {
        try
        {
            using var starting = new CancellationTokenSource();
            _instance = _class.Create(this);
            var started = ReadAndActivateAsync(starting.Token);
            if (!started.IsCompleted)
            {
                starting.CancelAfter(Silo.Collection.ActivationTimeout);
            }

            await started;
            _phase = ActivationPhase.Ready;
            _lastUsed = Silo.Now;
        }
        catch (Exception exception)
        {
            Silo.Log.ActivationFailed(exception, GrainId);
            await LeaveAsync(exception);
            return;
        }

        if (_parts?.Reason is { } reason)
        {
            End(reason);
        }

        PumpWaiting(all: true);
    }

    private async Task ReadAndActivateAsync(CancellationToken cancellationToken)
    {
        if (_states is not null)
        {
            foreach (var state in _states)
            {
                await state.ReadAsync(cancellationToken);
            }

            _states = null;
        }

        await ((IGrainBase)_instance!).OnActivateAsync(cancellationToken);
    }

    private void End(DeactivationReason reason)
    {
        switch (_phase)
        {
            case ActivationPhase.New:
                _phase = ActivationPhase.Ending;
                Parts.Reason ??= reason;
                _ = LeaveAsync(null);
                break;
            case ActivationPhase.Starting:
                Parts.Reason ??= reason;
                break;
            case ActivationPhase.Ready:
                Parts.Reason ??= reason;
                _phase = ActivationPhase.Ending;
                if (!IsRunning)
                {
                    _ = EndAsync();
                }

                break;
            default:
                break;
        }
    }

    private async Task EndAsync()
    {
        StopTimers();
        var reason = Parts.Reason!.Value;
        try
        {
            using var ending = new CancellationTokenSource();
            var ended = ((IGrainBase)_instance!).OnDeactivateAsync(reason, ending.Token);
            if (!ended.IsCompleted)
            {
                ending.CancelAfter(Silo.Collection.DeactivationTimeout);
            }

            await ended;
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(exception, GrainId);
        }

        await LeaveAsync(null);
    }

    private async Task LeaveAsync(Exception? failure)
    {
        StopTimers();
        Silo.Remove(this);
        _phase = ActivationPhase.Gone;
        foreach (var call in TakeWaiting())
        {
            if (failure is not null)
            {
                call.Fail(failure);
            }
            else if (!call.IsDone)
            {
                PassOn(call);
            }
        }

        try
        {
            await DisposeAsync();
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(exception, GrainId);
        }

        _instance = null;
        lock (_class)
        {
            _parts?.Deactivated?.TrySetResult();
        }

        Silo.Left();
    }

    private async ValueTask DisposeAsync()
    {
        if (_instance is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else if (_instance is IDisposable disposable)
        {
            disposable.Dispose();
        }

        if (_parts?.Scope is { } scope)
        {
            await scope.DisposeAsync();
        }
    }

    private void StopTimers()
    {
        while (_parts?.Timers is { Count: > 0 } timers)
        {
            timers[^1].Dispose();
        }
    }

    private AsyncServiceScope Scope()
    {
        Parts.Scope ??= Silo.Services.CreateAsyncScope();
        return Parts.Scope.Value;
    }
}
