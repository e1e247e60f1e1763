namespace Orleans.Standin;

/// <summary>A call on its way through the filters of the caller.</summary>
internal sealed class OutgoingCall(GrainProxy reference, Call call) : FilteredCall(call), IOutgoingGrainCallContext
{
    private readonly IOutgoingGrainCallFilter[] _filters = reference.CallersContext.OutgoingFilters;
    private readonly Activation? _source = Activation.Current;
    private bool _wasSent;

    public override object Grain => reference;

    public IGrainContext? SourceContext => _source;

    public override GrainId? SourceId => _source?.GrainId;

    public override GrainId TargetId => reference.GrainId;

    protected override int Stages => _filters.Length;

    protected override Task InvokeFilter(int stage) => _filters[stage].Invoke(this);

    /// <summary>A call is sent once: whoever invokes again sends another with the same arguments.</summary>
    protected override async Task InvokeMethod()
    {
        var next = _wasSent ? Call.Again() : Call;
        _wasSent = true;
        Answer(await next.SendBoxed(reference).ConfigureAwait(false), null);
    }
}
