using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>The way from one process to the cluster, which a test may cut: nothing it says arrives any more.</summary>
internal sealed class CutGrains
{
    private volatile bool _isCut;

    public CutGrains(IGrainFactory grains) => Factory = Proxy(typeof(IGrainFactory), (method, arguments) => PassOn(grains, method, arguments) switch
    {
        IGrain grain when method.Name == nameof(IGrainFactory.GetGrain) => Proxy(method.ReturnType, (call, with) => PassOn(grain, call, with)),
        var other => other,
    }) as IGrainFactory ?? throw new InvalidOperationException();

    public IGrainFactory Factory { get; }

    public void Cut() => _isCut = true;

    public void Mend() => _isCut = false;

    private object? PassOn(object target, MethodInfo method, object?[] arguments)
    {
        if (_isCut && target is IGrain)
        {
            throw new SiloUnavailableException("The way is cut.");
        }

        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    private static object Proxy(Type type, Func<MethodInfo, object?[], object?> answer)
    {
        var proxy = DispatchProxy.Create(type, typeof(Passing));
        ((Passing)proxy).Answer = answer;
        return proxy;
    }

    [SuppressMessage("Performance", "CA1852", Justification = "Proxies derive from it.")]
    internal class Passing : DispatchProxy
    {
        public Func<MethodInfo, object?[], object?> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!, args!);
    }
}
