using System.Reflection;

namespace Orleans;

/// <summary>A call where it comes in.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The method of the grain class.</summary>
    MethodInfo ImplementationMethod { get; }
}
