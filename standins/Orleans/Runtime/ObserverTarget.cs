namespace Orleans.Standin;

/// <summary>Receives calls for an object outside of grains, one at a time and in order. The object is held weakly.</summary>
internal sealed class ObserverTarget(ReferenceContext context, IGrainObserver observer, GrainId id) : CallTarget
{
    private readonly WeakReference<IGrainObserver> _observer = new(observer);
    private volatile bool _deleted;

    public override GrainId GrainId { get; } = id;

    internal override ReferenceContext Context { get; } = context;

    internal override bool IsGone => _deleted || !_observer.TryGetTarget(out _);

    protected override bool IsReady => true;

    protected override bool IsReentrant => false;

    public override string ToString() => GrainId.ToString();

    internal override object RequireInstance() => _observer.TryGetTarget(out var instance) ? instance : throw Gone();

    internal void Delete() => _deleted = true;

    protected override void PassOn(Call call) => call.Fail(Gone());

    protected override void OnEnded(Call call, Exception? exception)
    {
        if (exception is not null && call.Is(CallOptions.OneWay))
        {
            Silo.Log.ObserverFailed(exception, call.Description);
        }
    }

    private static SiloUnavailableException Gone() => new("The observer has been deleted, or nothing held it and it was collected.");
}
