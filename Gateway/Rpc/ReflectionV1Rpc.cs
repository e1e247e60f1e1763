using Grpc.Core;
using OrleansGameState.Gateway.Rpc.Reflection.V1;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Server reflection, by its present name.</summary>
internal sealed class ReflectionV1Rpc(Descriptors descriptors) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync(descriptors.Answer(requestStream.Current), context.CancellationToken);
        }
    }
}
