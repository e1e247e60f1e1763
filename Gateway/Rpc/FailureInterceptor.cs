using Grpc.Core;
using Grpc.Core.Interceptors;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Gives failures their status: UNAVAILABLE where the silo or its store does not answer, else INTERNAL.</summary>
internal sealed class FailureInterceptor(ILogger<FailureInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        CallPatience.Limit(context.Deadline);
        try
        {
            return await continuation(request, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Translate(exception, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Translate(exception, context);
        }
    }

    private RpcException Translate(Exception exception, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
        {
            return new(new Status(StatusCode.Cancelled, "The call was cancelled."));
        }

        if (!Outage.IsStoreAway(exception))
        {
            Log.CallFailed(logger, context.Method, exception);
        }

        var code = Outage.IsUnavailable(exception) ? StatusCode.Unavailable : StatusCode.Internal;
        return new(new Status(code, Outage.Detail(exception)));
    }
}
