using Grpc.Core;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>What a service saw of a call while it ran; the context itself does not outlive it.</summary>
internal sealed record SeenCall(string Method, string Peer, string Host, DateTime Deadline, bool IsAuthenticated)
{
    public static SeenCall From(ServerCallContext context) => new(
        context.Method, context.Peer, context.Host, context.Deadline, context.AuthContext.IsPeerAuthenticated);
}
