using System.Reflection;

namespace OrleansGameState.Gateway.Tests.Calls;

/// <summary>A call that goes out, of which the test decides how each attempt ends. What else a call has is not there.</summary>
public class CallDouble : DispatchProxy
{
    private Func<int, Task> _attempt = null!;
    private MethodInfo _method = null!;

    /// <summary>How often it was made.</summary>
    public int Attempts { get; private set; }

    public static (CallDouble Double, IOutgoingGrainCallContext Call) Make(Type contract, string method, Func<int, Task> attempt)
    {
        var call = Create<IOutgoingGrainCallContext, CallDouble>();
        var itself = (CallDouble)call;
        (itself._method, itself._attempt) = (contract.GetMethod(method)!, attempt);
        return (itself, call);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(IGrainCallContext.Invoke) => _attempt(++Attempts),
        "get_InterfaceMethod" => _method,
        "get_InterfaceName" => _method.DeclaringType!.Name,
        "get_MethodName" => _method.Name,
        "get_SourceContext" => null,
        _ => throw new NotSupportedException(targetMethod.Name),
    };
}
