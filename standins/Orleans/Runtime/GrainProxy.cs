using System.ComponentModel;

namespace Orleans.Standin;

/// <summary>The base of the generated references.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainProxy : GrainReference
{
    /// <summary>For the generated classes.</summary>
    protected GrainProxy(ReferenceSeed seed)
        : base(seed.Context, seed.Id, seed.Class, seed.Target)
    {
    }

    /// <summary>A grain's calls are the silo's, also through a reference that a client made.</summary>
    internal ReferenceContext CallersContext =>
        ReferenceEquals(Context, Context.Silo.OwnContext) || Activation.Current is null ? Context : Context.Silo.OwnContext;

    /// <summary>Sends a call whose result the caller awaits.</summary>
    protected Task<T> Send<T>(Call<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return CallersContext.OutgoingFilters.Length > 0 ? SendFiltered(call) : SendNow(call);
    }

    /// <summary>Sends a call whose end the caller awaits.</summary>
    protected Task Send(VoidCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (CallersContext.OutgoingFilters.Length == 0)
        {
            return SendNow(call);
        }

        var sent = new OutgoingCall(this, call).Run().AsTask();
        return call.Is(CallOptions.OneWay) ? Task.CompletedTask : sent;
    }

    internal Task<T> SendNow<T>(Call<T> call)
    {
        var promise = call.Promise;
        Dispatch(call);
        return promise;
    }

    internal Task SendNow(VoidCall call)
    {
        if (call.Is(CallOptions.OneWay))
        {
            Dispatch(call);
            return Task.CompletedTask;
        }

        var promise = call.Promise;
        Dispatch(call);
        return promise;
    }

    private async Task<T> SendFiltered<T>(Call<T> call) => (T)(await new OutgoingCall(this, call).Run())!;

    private void Dispatch(Call call)
    {
        var context = CallersContext;
        call.Prepare(context);
        var target = Target;
        if (target is null || (Class is not null && target.IsGone))
        {
            target = Context.Silo.Find(GrainId, Class!, out var refusal);
            if (target is null)
            {
                call.Fail(refusal!);
                return;
            }

            Target = target;
        }

        if (call.WasCancelled())
        {
            return;
        }

        if (target.IsFiltered)
        {
            call.SetSource(context);
        }

        call.Target = target;
        target.Post(call);
        call.CarryLateCancellation();
    }
}
