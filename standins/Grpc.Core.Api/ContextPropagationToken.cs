namespace Grpc.Core;

/// <summary>Carries a server call's deadline and cancellation to calls it makes; the managed server has none to give.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
