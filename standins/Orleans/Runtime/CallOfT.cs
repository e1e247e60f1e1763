using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Orleans.Standin;

/// <summary>A call of a method with a result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Call<T> : Call
{
    private AsyncTaskMethodBuilder<T> _promise = AsyncTaskMethodBuilder<T>.Create();

    /// <summary>For the generated classes.</summary>
    protected Call(CallOptions options)
        : base(options)
    {
    }

    internal Task<T> Promise => _promise.Task;

    /// <summary>Calls the method.</summary>
    protected abstract ValueTask<T> Invoke(object target);

    internal sealed override void Begin(CallTarget target)
    {
        ValueTask<T> pending;
        try
        {
            pending = IsOfTheApplication && target.IsFiltered ? InvokeFiltered(target) : Invoke(target.RequireInstance());
            if (!pending.IsCompleted)
            {
                target.TrackBusy();
                _ = Await(pending, target);
                return;
            }

            Complete(pending.GetAwaiter().GetResult(), target);
        }
        catch (Exception exception)
        {
            Complete(exception, target);
        }
    }

    internal sealed override async ValueTask<object?> InvokeBoxed(object target) => await Invoke(target);

    internal sealed override async Task<object?> SendBoxed(GrainProxy reference) => await reference.SendNow(this).ConfigureAwait(false);

    private protected override void SetException(Exception exception) => _promise.SetException(exception);

    private async ValueTask<T> InvokeFiltered(CallTarget target) => (T)(await new IncomingCall(this, target).Run())!;

    private async Task Await(ValueTask<T> pending, CallTarget target)
    {
        try
        {
            Complete(await pending, target);
        }
        catch (Exception exception)
        {
            Complete(exception, target);
        }
    }

    private void Complete(T result, CallTarget target)
    {
        target.Ended(this, null);
        if (TryFinish())
        {
            _promise.SetResult(result);
        }
    }

    private void Complete(Exception exception, CallTarget target)
    {
        target.Ended(this, exception);
        Fail(exception);
    }
}
