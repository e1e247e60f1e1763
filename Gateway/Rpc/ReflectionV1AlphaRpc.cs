using Google.Protobuf;
using Grpc.Core;
using OrleansGameState.Gateway.Rpc.Reflection.V1Alpha;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Server reflection, by its former name; the bytes of its messages are the same.</summary>
internal sealed class ReflectionV1AlphaRpc(Descriptors descriptors) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var answer = descriptors.Answer(Reflection.V1.ServerReflectionRequest.Parser.ParseFrom(requestStream.Current.ToByteArray()));
            await responseStream.WriteAsync(ServerReflectionResponse.Parser.ParseFrom(answer.ToByteArray()), context.CancellationToken);
        }
    }
}
