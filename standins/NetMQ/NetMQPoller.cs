using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NetMQ.Core;

namespace NetMQ;

/// <summary>Raises the events of sockets and timers, and runs tasks, all on one thread: the sockets belong to it.</summary>
[SuppressMessage("Design", "CA1010", Justification = "The package's own shape: it can be written with a collection initializer.")]
[SuppressMessage("Naming", "CA1710", Justification = "The package's own name.")]
public sealed class NetMQPoller : TaskScheduler, INetMQPoller, IEnumerable
{
    // Changed on the poller's thread only, or while it does not run.
    private readonly List<NetMQSocket> _sockets = [];
    private readonly List<NetMQTimer> _timers = [];

    private readonly ConcurrentQueue<Task> _tasks = new();
    private readonly Signal _signal = new();
    private readonly object _gate = new();
    private volatile Thread? _thread;
    private volatile bool _isStopping;
    private volatile bool _isRunning;
    private volatile bool _hasRun;
    private volatile bool _isDisposing;
    private volatile bool _isDisposed;

    public bool IsRunning => _isRunning;

    public bool IsDisposed => _isDisposed;

    /// <summary>Whether the caller is on the poller's thread.</summary>
    public bool CanExecuteTaskInline => Thread.CurrentThread == _thread;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Watches a socket; from another thread than the poller's, some time after the call.</summary>
    /// <exception cref="ArgumentException">The socket was disposed.</exception>
    public void Add(ISocketPollable socket)
    {
        RequireOpen(socket);
        Run(() =>
        {
            if (!_sockets.Contains(socket.Socket))
            {
                _sockets.Add(socket.Socket);
                socket.Socket.Core.Wake(_signal);
            }
        });
    }

    public void Add(NetMQTimer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Run(() => _timers.Add(timer));
    }

    public void Remove(ISocketPollable socket)
    {
        RequireOpen(socket);
        Run(() => Drop(socket.Socket));
    }

    public void Remove(NetMQTimer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Run(() =>
        {
            timer.Forget();
            _timers.Remove(timer);
        });
    }

    /// <summary>Removes a socket and disposes it, both on the poller's thread.</summary>
    public void RemoveAndDispose<T>(T socket) where T : ISocketPollable, IDisposable
    {
        RequireOpen(socket);
        Run(() =>
        {
            Drop(socket.Socket);
            socket.Dispose();
        });
    }

    /// <summary>Runs an act on the poller's thread: at once where this is it, or where none runs; else some time after the call.</summary>
    public void Run(Action action)
    {
        if (!IsRunning || CanExecuteTaskInline)
        {
            action();
        }
        else
        {
            new Task(action).Start(this);
        }
    }

    /// <summary>Runs on a thread of its own, and returns when it does.</summary>
    public void RunAsync() => RunAsync(nameof(NetMQPoller));

    public void RunAsync(string threadName) => RunAsync(threadName, isBackgroundThread: false);

    public void RunAsync(string threadName, bool isBackgroundThread)
    {
        RequireFresh();
        new Thread(Run) { Name = threadName, IsBackground = isBackgroundThread }.Start();
        lock (_gate)
        {
            while (!_hasRun)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Runs on the caller's thread until it is stopped from another.</summary>
    public void Run() => Run(new PollerSynchronizationContext(this));

    /// <param name="syncContext">Where handlers go on after an await.</param>
    public void Run(SynchronizationContext syncContext)
    {
        ArgumentNullException.ThrowIfNull(syncContext);
        RequireFresh();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(syncContext);
        _thread = Thread.CurrentThread;
        Switch(on: true);
        try
        {
            RunUntilStopped();
        }
        finally
        {
            foreach (var socket in _sockets.ToArray())
            {
                Drop(socket);
            }

            SynchronizationContext.SetSynchronizationContext(before);
            _thread = null;
            Switch(on: false);
        }
    }

    /// <summary>Stops, and waits until it did, unless called on the poller's thread.</summary>
    public void Stop()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        StopRunning();
    }

    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public void StopAsync()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!IsRunning)
        {
            throw new InvalidOperationException("NetMQPoller is not running");
        }

        RequestStop();
    }

    /// <summary>Stops. The sockets stay open.</summary>
    /// <exception cref="InvalidOperationException">This is the poller's thread.</exception>
    public void Dispose()
    {
        if (CanExecuteTaskInline)
        {
            throw new InvalidOperationException("Cannot dispose poller from the poller thread.");
        }

        if (_isDisposing)
        {
            return;
        }

        _isDisposing = true;
        StopRunning();
        foreach (var socket in _sockets.ToArray())
        {
            Drop(socket);
        }

        _isDisposed = true;
    }

    /// <summary>Is there for the sake of collection initializers, and gives nothing.</summary>
    IEnumerator IEnumerable.GetEnumerator() => Enumerable.Empty<object>().GetEnumerator();

    protected override void QueueTask(Task task)
    {
        ObjectDisposedException.ThrowIf(_isDisposing, this);
        _tasks.Enqueue(task);
        _signal.Set();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => CanExecuteTaskInline && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => throw new NotSupportedException();

    private void RunUntilStopped()
    {
        foreach (var timer in _timers)
        {
            timer.Begin();
        }

        while (!_isStopping)
        {
            RunTasks();
            var ready = RaiseSockets();
            for (var index = 0; index < _timers.Count; index++)
            {
                _timers[index].RaiseWhenDue(this);
            }

            if (!ready && !_isStopping)
            {
                _signal.Wait(_timers.Select(timer => timer.Remaining()).Min() ?? -1);
            }
        }

        RunTasks();
    }

    private void RunTasks()
    {
        while (_tasks.TryDequeue(out var task))
        {
            TryExecuteTask(task);
        }
    }

    // Once for each that is ready, so that one that always is does not keep the others waiting.
    private bool RaiseSockets()
    {
        var any = false;
        for (var index = 0; index < _sockets.Count && !_isStopping; index++)
        {
            var socket = _sockets[index];
            var wanted = socket.Wanted;
            if (wanted == PollEvents.None)
            {
                continue;
            }

            var events = socket.Core.Ready() & wanted;
            if (events != PollEvents.None)
            {
                any = true;
                socket.Raise(this, events);
            }
        }

        return any;
    }

    private void Drop(NetMQSocket socket)
    {
        if (_sockets.Remove(socket))
        {
            socket.Core.Wake(null);
        }
    }

    private void StopRunning()
    {
        RequestStop();
        lock (_gate)
        {
            while (_isRunning && !CanExecuteTaskInline)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void RequestStop()
    {
        _isStopping = _isRunning;
        _signal.Set();
    }

    private void Switch(bool on)
    {
        lock (_gate)
        {
            _isRunning = on;
            _hasRun = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void RequireFresh()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_hasRun)
        {
            throw new InvalidOperationException(
                IsRunning ? "NetMQPoller is already running" : "A NetMQPoller runs once: it has let go of its sockets. Make another.");
        }
    }

    private void RequireOpen(ISocketPollable socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (socket.IsDisposed)
        {
            throw new ArgumentException("Must not be disposed.", nameof(socket));
        }
    }
}
