using System.Collections.Concurrent;
using System.Reflection;

namespace Orleans.Standin;

/// <summary>A call on its way through the filters of whom it reaches.</summary>
internal sealed class IncomingCall(Call call, CallTarget target) : FilteredCall(call), IIncomingGrainCallContext
{
    private static readonly ConcurrentDictionary<(Type Class, MethodInfo Method), MethodInfo> Implementations = new();

    private readonly IIncomingGrainCallFilter[] _filters = target.Context.IncomingFilters;
    private readonly object _instance = target.RequireInstance();

    public override object Grain => _instance;

    public override GrainId? SourceId => Call.Source;

    public override GrainId TargetId => target.GrainId;

    public MethodInfo ImplementationMethod => Implementations.GetOrAdd((_instance.GetType(), InterfaceMethod), static key =>
    {
        var map = key.Class.GetInterfaceMap(key.Method.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, key.Method)];
    });

    protected override int Stages => target.IsItselfAFilter ? _filters.Length + 1 : _filters.Length;

    protected override Task InvokeFilter(int stage) =>
        (stage < _filters.Length ? _filters[stage] : (IIncomingGrainCallFilter)_instance).Invoke(this);

    // Most methods end before they return: such a call makes no promise on its way.
    protected override Task InvokeMethod()
    {
        var pending = Call.InvokeBoxed(_instance);
        if (!pending.IsCompletedSuccessfully)
        {
            return Await(pending);
        }

        Answer(pending.GetAwaiter().GetResult(), null);
        return Task.CompletedTask;
    }

    private async Task Await(ValueTask<object?> pending)
    {
        try
        {
            Answer(await pending, null);
        }
        catch (Exception exception)
        {
            Answer(null, exception);
            throw;
        }
    }
}
