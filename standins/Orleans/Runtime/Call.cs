using System.ComponentModel;

namespace Orleans.Standin;

/// <summary>
/// One call under way: its arguments (in the generated class), its place in the target's queues and the caller's promise.
/// Everything but the sending happens on the target's worker, so that nothing here is locked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Call : WorkItem
{
    private CallCancellation? _cancellation;

    /// <summary>For the generated classes.</summary>
    protected Call(CallOptions options) => Options = options;

    internal CallOptions Options { get; }

    /// <summary>Interface and method, for messages.</summary>
    protected abstract string Method { get; }

    internal string MethodName => Method;

    internal CallTarget? Target { get; set; }

    /// <summary>In <see cref="Environment.TickCount64"/>; the caller gets a time-out after it.</summary>
    internal long Deadline { get; set; } = long.MaxValue;

    internal int TimeoutMilliseconds { get; set; }

    internal ReentrantChain? Chain { get; set; }

    internal bool IsDone { get; private set; }

    internal bool Is(CallOptions option) => (Options & option) != 0;

    /// <summary>Makes the token the grain sees: cancelled on the grain's own worker.</summary>
    protected CancellationToken Link(CancellationToken token)
    {
        if (!token.CanBeCanceled)
        {
            return token;
        }

        _cancellation = new(this, token);
        return _cancellation.Token;
    }

    /// <summary>True, and the caller told, if its token was cancelled before the call was sent.</summary>
    internal bool WasCancelled()
    {
        if (_cancellation is not { IsRequested: true } cancellation)
        {
            return false;
        }

        Cancel(cancellation);
        return true;
    }

    /// <summary>For a token cancelled while the call was being sent.</summary>
    internal void CarryLateCancellation()
    {
        if (_cancellation is { IsRequested: true } cancellation)
        {
            cancellation.Carry();
        }
    }

    internal void Cancel(CallCancellation cancellation)
    {
        if (!IsDone)
        {
            Fail(new OperationCanceledException(cancellation.Requested));
            cancellation.Signal();
        }
    }

    internal sealed override void Run(CallTarget target) => target.Accept(this);

    /// <summary>Starts the method; reports to the target's <see cref="CallTarget.Ended"/> when it has ended.</summary>
    internal abstract void Begin(CallTarget target);

    internal void Fail(Exception exception)
    {
        if (TryFinish())
        {
            SetException(exception);
        }
    }

    internal void TimeOut()
    {
        if (!IsDone)
        {
            Fail(new TimeoutException(
                $"Response did not arrive on time in {TimeSpan.FromMilliseconds(TimeoutMilliseconds)} for message: {Method} of {Target}."));
        }
    }

    private protected bool TryFinish()
    {
        if (IsDone)
        {
            return false;
        }

        IsDone = true;
        _cancellation?.Dispose();
        return true;
    }

    private protected abstract void SetException(Exception exception);
}
