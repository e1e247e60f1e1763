namespace Orleans.Standin;

/// <summary>Of a call with a token: carries the caller's cancellation to the target's worker.</summary>
internal sealed class CallCancellation : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly Call _call;

    internal CallCancellation(Call call, CancellationToken requested)
    {
        _call = call;
        Requested = requested;
        _registration = requested.UnsafeRegister(static state => ((CallCancellation)state!).Carry(), this);
    }

    /// <summary>The caller's token.</summary>
    internal CancellationToken Requested { get; }

    /// <summary>The grain's token.</summary>
    internal CancellationToken Token => _source.Token;

    internal bool IsRequested => Requested.IsCancellationRequested;

    /// <summary>The call has ended: the caller's token is of no more interest.</summary>
    public void Dispose() => _registration.Dispose();

    internal void Signal()
    {
        try
        {
            _source.Cancel();
        }
        catch (AggregateException)
        {
            // What the grain registered on its token threw; the call has ended for its caller already.
        }
    }

    /// <summary>Without a target the call has not been sent yet; whoever sends it looks again.</summary>
    internal void Carry() => _call.Target?.Post(new ActionItem(_ => _call.Cancel(this)));
}
