namespace OrleansGameState.Gateway.Http;

internal static class GrpcRequests
{
    /// <summary>True for a gRPC call, on whatever address it comes in.</summary>
    public static bool IsGrpc(this HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;
}
