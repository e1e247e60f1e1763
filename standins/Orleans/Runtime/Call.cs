using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace Orleans.Standin;

/// <summary>
/// One call under way: its arguments (in the generated class), its place in the target's queues and the caller's promise.
/// Everything but the sending happens on the target's worker, so that nothing here is locked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Call : WorkItem
{
    private static readonly ConcurrentDictionary<Type, MethodInfo> Methods = new();

    private CallCancellation? _cancellation;
    private object? _source;

    /// <summary>For the generated classes.</summary>
    protected Call(CallOptions options) => Options = options;

    internal CallOptions Options { get; }

    /// <summary>The method's name; of a call of the runtime's own, what it is.</summary>
    protected abstract string Method { get; }

    /// <summary>The interface that declares the method; null in a call of the runtime's own, which passes no filter.</summary>
    protected virtual Type? Interface => null;

    /// <summary>What the interface is called: with its namespace, and with its type parameters.</summary>
    protected virtual string InterfaceText => string.Empty;

    /// <summary>The types of the method's parameters.</summary>
    protected virtual Type[] Parameters => [];

    /// <summary>What [ResponseTimeout] says, in milliseconds; 0 where there is none.</summary>
    protected virtual int OwnTimeout => 0;

    /// <summary>Another with the same arguments.</summary>
    protected virtual Call Copy() => throw new NotSupportedException($"{Method} cannot be sent again.");

    /// <summary>The caller's token.</summary>
    protected CancellationToken Requested => _cancellation?.Requested ?? CancellationToken.None;

    internal bool IsOfTheApplication => Interface is not null;

    internal string InterfaceName => InterfaceText;

    internal string MethodName => Method;

    /// <summary>Interface, without its namespace, and method.</summary>
    internal string Description => Interface is null ? Method : $"{InterfaceText[(Interface.Namespace is { } space ? space.Length + 1 : 0)..]}/{Method}";

    internal MethodInfo InterfaceMethod => Methods.GetOrAdd(
        GetType(), static (_, call) => call.Interface!.GetMethod(call.Method, call.Parameters)!, this);

    internal Type InterfaceType => Interface!;

    internal CallTarget? Target { get; set; }

    /// <summary>In <see cref="Environment.TickCount64"/>; the caller gets a time-out after it.</summary>
    internal long Deadline { get; set; } = long.MaxValue;

    internal int TimeoutMilliseconds { get; set; }

    internal CallFlow? Flow { get; set; }

    /// <summary>Who calls; known only where a filter may ask.</summary>
    internal GrainId? Source => _source is Activation activation ? activation.GrainId : (_source as ReferenceContext)?.ClientId;

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

    /// <summary>The same call once more: one is sent only once.</summary>
    internal Call Again() => Copy();

    /// <summary>Calls the method; the result is null where it has none.</summary>
    internal abstract ValueTask<object?> InvokeBoxed(object target);

    /// <summary>Sends this past the filters.</summary>
    internal abstract Task<object?> SendBoxed(GrainProxy reference);

    /// <summary>Before it is sent: how long its caller waits, and what flows with it.</summary>
    internal void Prepare(ReferenceContext context)
    {
        Flow = CallFlow.Current;
        if (Is(CallOptions.OneWay))
        {
            return;
        }

        TimeoutMilliseconds = context.TimeoutMilliseconds;
        if (OwnTimeout is > 0 and var own)
        {
            TimeoutMilliseconds = own;
            context.Silo.TimeOuts.Heed(TimeSpan.FromMilliseconds(own));
        }

        Deadline = Environment.TickCount64 + TimeoutMilliseconds;
    }

    internal void SetSource(ReferenceContext context) => _source = Activation.Current ?? (object)context;

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
                $"Response did not arrive on time in {TimeSpan.FromMilliseconds(TimeoutMilliseconds)} for message: {Description} of {Target}."));
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
