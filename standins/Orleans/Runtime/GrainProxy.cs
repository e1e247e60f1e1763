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

    /// <summary>Sends a call whose result the caller awaits.</summary>
    protected Task<T> Send<T>(Call<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var promise = call.Promise;
        Dispatch(call);
        return promise;
    }

    /// <summary>Sends a call whose end the caller awaits.</summary>
    protected Task Send(VoidCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Is(CallOptions.OneWay))
        {
            Dispatch(call);
            return Task.CompletedTask;
        }

        var promise = call.Promise;
        Dispatch(call);
        return promise;
    }

    private void Dispatch(Call call)
    {
        call.Chain = ReentrantChain.Flowing.Value;
        if (!call.Is(CallOptions.OneWay))
        {
            call.TimeoutMilliseconds = Context.TimeoutMilliseconds;
            call.Deadline = Environment.TickCount64 + Context.TimeoutMilliseconds;
        }

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

        call.Target = target;
        target.Post(call);
        call.CarryLateCancellation();
    }
}
