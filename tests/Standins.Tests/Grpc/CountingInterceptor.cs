using Grpc.Core;
using Grpc.Core.Interceptors;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>Notes the kind of each call in its trailers, and overrides two of the four kinds.</summary>
internal sealed class CountingInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        context.ResponseTrailers.Add("kind", "unary");
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        context.ResponseTrailers.Add("kind", "server streaming");
        return continuation(request, responseStream, context);
    }
}
