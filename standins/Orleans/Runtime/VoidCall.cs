using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Orleans.Standin;

/// <summary>A call of a method without a result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class VoidCall : Call
{
    private AsyncTaskMethodBuilder _promise = AsyncTaskMethodBuilder.Create();

    /// <summary>For the generated classes.</summary>
    protected VoidCall(CallOptions options)
        : base(options)
    {
    }

    internal Task Promise => _promise.Task;

    /// <summary>Calls the method.</summary>
    protected abstract ValueTask Invoke(object target);

    internal sealed override void Begin(CallTarget target)
    {
        try
        {
            var pending = IsOfTheApplication && target.IsFiltered ? InvokeFiltered(target) : Invoke(target.RequireInstance());
            if (!pending.IsCompleted)
            {
                target.TrackBusy();
                _ = Await(pending, target);
                return;
            }

            pending.GetAwaiter().GetResult();
            Complete(null, target);
        }
        catch (Exception exception)
        {
            Complete(exception, target);
        }
    }

    internal sealed override async ValueTask<object?> InvokeBoxed(object target)
    {
        await Invoke(target);
        return null;
    }

    internal sealed override async Task<object?> SendBoxed(GrainProxy reference)
    {
        await reference.SendNow(this).ConfigureAwait(false);
        return null;
    }

    private protected override void SetException(Exception exception)
    {
        if (!Is(CallOptions.OneWay))
        {
            _promise.SetException(exception);
        }
    }

    private async ValueTask InvokeFiltered(CallTarget target) => await new IncomingCall(this, target).Run();

    private async Task Await(ValueTask pending, CallTarget target)
    {
        try
        {
            await pending;
            Complete(null, target);
        }
        catch (Exception exception)
        {
            Complete(exception, target);
        }
    }

    private void Complete(Exception? exception, CallTarget target)
    {
        target.Ended(this, exception);
        if (exception is not null)
        {
            Fail(exception);
        }
        else if (TryFinish() && !Is(CallOptions.OneWay))
        {
            _promise.SetResult();
        }
    }
}
