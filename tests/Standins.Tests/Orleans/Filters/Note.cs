using System.Reflection;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

/// <summary>What a filter saw of a call. The call's context is of no use after it.</summary>
internal sealed record Note(
    string MethodName,
    string InterfaceName,
    MethodInfo InterfaceMethod,
    MethodInfo? ImplementationMethod,
    object Grain,
    GrainId TargetId,
    GrainId? SourceId,
    IGrainContext? SourceContext,
    object? Result,
    Exception? Thrown)
{
    internal static Note Of(IGrainCallContext context) => new(
        context.MethodName,
        context.InterfaceName,
        context.InterfaceMethod,
        (context as IIncomingGrainCallContext)?.ImplementationMethod,
        context.Grain,
        context.TargetId,
        context.SourceId,
        (context as IOutgoingGrainCallContext)?.SourceContext,
        null,
        null);
}
