using Grpc.Core;
using OrleansGameState.Gateway.Http;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Expected refusals as gRPC has them. The field is named in the message and in the trailer <c>field</c>.</summary>
internal static class Refusals
{
    public static RpcException Invalid(string field, string detail) => Make(StatusCode.InvalidArgument, field, detail);

    public static RpcException NotFound(string field, string detail) => Make(StatusCode.NotFound, field, detail);

    /// <summary>What HTTP would refuse with. From when on the past can be told is in the trailer <c>since</c>, an entity's code in <c>reason</c>.</summary>
    public static RpcException Of(Problem problem)
    {
        var refusal = Make(CodeOf(problem.Status), problem.Field ?? "", problem.Detail);
        if (problem.Since is { } since)
        {
            refusal.Trailers.Add("since", Instants.Text(since));
        }

        if (problem.Code is { } reason)
        {
            refusal.Trailers.Add("reason", reason);
        }

        return refusal;
    }

    private static StatusCode CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => StatusCode.NotFound,
        StatusCodes.Status409Conflict => StatusCode.FailedPrecondition,
        _ => StatusCode.InvalidArgument,
    };

    private static RpcException Make(StatusCode code, string field, string detail) =>
        new(new Status(code, detail), new Metadata { { "field", field } });
}
