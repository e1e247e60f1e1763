using Grpc.Core;

namespace OrleansGameState.Bench.Reads;

/// <summary>Unary gRPC calls with the messages as bytes: the client is the same for every method and parses nothing.</summary>
internal static class RawCalls
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(static bytes => bytes, static bytes => bytes);

    public static Method<byte[], byte[]> Method(string service, string name) => new(MethodType.Unary, service, name, Bytes, Bytes);

    public static async Task<byte[]> CallAsync(this CallInvoker invoker, Method<byte[], byte[]> method, byte[] request)
    {
        using var call = invoker.AsyncUnaryCall(method, null, default, request);
        return await call;
    }
}
