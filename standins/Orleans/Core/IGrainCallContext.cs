using System.Reflection;

namespace Orleans;

/// <summary>A call on its way through filters; of no use after it.</summary>
public interface IGrainCallContext
{
    /// <summary>What is called: the grain (or observer) when it comes in, the reference when it goes out.</summary>
    object Grain { get; }

    /// <summary>Who calls; null where that is not known.</summary>
    GrainId? SourceId { get; }

    /// <summary>Who is called.</summary>
    GrainId TargetId { get; }

    /// <summary>The full name of the interface that declares the method; of a generic one with its parameters: <c>Its.Namespace.IName&lt;T&gt;</c>.</summary>
    string InterfaceName { get; }

    /// <summary>The method's name.</summary>
    string MethodName { get; }

    /// <summary>The method of the interface.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The result once there is one, boxed; a filter may set another, or set it instead of going on.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter, at last to the method; throws what that throws. May be called again after a failure.</summary>
    Task Invoke();
}
