using Grpc.Core;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Expected refusals as gRPC has them. The field is named in the message and in the trailer <c>field</c>.</summary>
internal static class Refusals
{
    public static RpcException Invalid(string field, string detail) => Make(StatusCode.InvalidArgument, field, detail);

    public static RpcException NotFound(string field, string detail) => Make(StatusCode.NotFound, field, detail);

    private static RpcException Make(StatusCode code, string field, string detail) =>
        new(new Status(code, detail), new Metadata { { "field", field } });
}
