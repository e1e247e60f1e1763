namespace Orleans.Standin;

/// <summary>
/// Whatever receives calls: one worker at a time, in the order of arrival. It is the task scheduler of the code it runs,
/// so that continuations come back to it. All fields but the inbox belong to the worker.
/// </summary>
internal abstract partial class CallTarget : TaskScheduler, IThreadPoolWorkItem
{
    private const int Quantum = 256;

    private static readonly Action<object?> DrainAction = static state => ((CallTarget)state!).Drain();

    [ThreadStatic]
    private static CallTarget? s_startingToDrain;

    private WorkItem? _inbox;
    private int _scheduled;
    private bool _tracked;
    private bool _pumping;
    private Call? _waitingFirst;
    private Call? _waitingLast;
    private Call? _running;
    private List<Call>? _alsoRunning;
    private Call? _blocking;
    private List<Guid>? _reentrantSections;

    /// <summary>The target whose code is running; null outside, and after ConfigureAwait(false) or in Task.Run.</summary>
    internal static new CallTarget? Current => TaskScheduler.Current as CallTarget;

    internal SiloRuntime Silo => Context.Silo;

    /// <summary>Whose filters see what comes in.</summary>
    internal abstract ReferenceContext Context { get; }

    public abstract GrainId GrainId { get; }

    /// <summary>Whether what is called filters its own calls.</summary>
    internal virtual bool IsItselfAFilter => false;

    internal bool IsFiltered => Context.IncomingFilters.Length > 0 || IsItselfAFilter;

    /// <summary>True once this passes everything on to a successor.</summary>
    internal abstract bool IsGone { get; }

    /// <summary>Whether calls may run now, setting aside those that run already.</summary>
    protected abstract bool IsReady { get; }

    protected abstract bool IsReentrant { get; }

    protected bool IsRunning => _running is not null;

    public override int MaximumConcurrencyLevel => 1;

    internal abstract object RequireInstance();

    internal void Post(WorkItem item)
    {
        var head = Volatile.Read(ref _inbox);
        while (true)
        {
            item.Next = head;
            var seen = Interlocked.CompareExchange(ref _inbox, item, head);
            if (ReferenceEquals(seen, head))
            {
                break;
            }

            head = seen;
        }

        if (Volatile.Read(ref _scheduled) == 0 && Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Drains within a task of this scheduler, so that what it runs comes back here.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        s_startingToDrain = this;
        Task.Factory.StartNew(DrainAction, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);
    }

    internal void ExecuteTask(Task task) => TryExecuteTask(task);

    /// <summary>Runs the call, or lets it wait for its turn.</summary>
    internal void Accept(Call call)
    {
        if (call.IsDone)
        {
            return;
        }

        if (IsGone)
        {
            PassOn(call);
        }
        else if (IsReady && Admits(call))
        {
            Begin(call);
        }
        else
        {
            Wait(call);
        }
    }

    internal void Ended(Call call, Exception? exception)
    {
        if (ReferenceEquals(call, _running))
        {
            _running = null;
            if (_alsoRunning is { Count: > 0 })
            {
                _running = _alsoRunning[^1];
                _alsoRunning.RemoveAt(_alsoRunning.Count - 1);
            }
        }
        else
        {
            _alsoRunning?.Remove(call);
        }

        if (ReferenceEquals(call, _blocking))
        {
            // Read-only calls interleave with each other: as long as one runs, a call that changes state waits.
            _blocking = Running().FirstOrDefault(c => !c.Is(CallOptions.AlwaysInterleave));
        }

        OnEnded(call, exception);
        PumpWaiting();
    }

    /// <summary>Has the silo look after this target's time-outs until nothing is waiting or running.</summary>
    internal void TrackBusy()
    {
        if (!_tracked)
        {
            _tracked = true;
            Silo.TimeOuts.Track(this);
        }
    }

    internal void EnterReentrantSection(Guid id) => (_reentrantSections ??= []).Add(id);

    internal void LeaveReentrantSection(Guid id) => _reentrantSections?.Remove(id);

    protected abstract void PassOn(Call call);

    protected abstract void OnEnded(Call call, Exception? exception);

    protected override void QueueTask(Task task)
    {
        if (ReferenceEquals(s_startingToDrain, this))
        {
            s_startingToDrain = null;
            TryExecuteTask(task);
        }
        else
        {
            Post(new TaskItem(task));
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(TaskScheduler.Current, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Drain()
    {
        var clean = ExecutionContext.Capture();
        var done = 0;
        while (true)
        {
            var item = TakeInbox();
            while (item is not null)
            {
                var next = item.Next;
                item.Next = null;
                item.Run(this);
                if (!ReferenceEquals(ExecutionContext.Capture(), clean))
                {
                    ExecutionContext.Restore(clean!);
                }

                item = next;
                done++;
            }

            if (Volatile.Read(ref _inbox) is not null)
            {
                if (done < Quantum)
                {
                    continue;
                }

                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            Volatile.Write(ref _scheduled, 0);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _inbox) is null || Interlocked.CompareExchange(ref _scheduled, 1, 0) != 0)
            {
                return;
            }
        }
    }

    private WorkItem? TakeInbox()
    {
        var taken = Interlocked.Exchange(ref _inbox, null);
        if (taken?.Next is null)
        {
            return taken;
        }

        WorkItem? first = null;
        while (taken is not null)
        {
            var next = taken.Next;
            taken.Next = first;
            first = taken;
            taken = next;
        }

        return first;
    }

    private void Begin(Call call)
    {
        if (_running is null)
        {
            _running = call;
        }
        else
        {
            (_alsoRunning ??= []).Add(call);
        }

        if (_blocking is null && !call.Is(CallOptions.AlwaysInterleave))
        {
            _blocking = call;
        }

        if (call.Flow is null)
        {
            call.Begin(this);
            return;
        }

        var before = ExecutionContext.Capture();
        CallFlow.Current = call.Flow;
        call.Begin(this);
        ExecutionContext.Restore(before!);
    }
}
