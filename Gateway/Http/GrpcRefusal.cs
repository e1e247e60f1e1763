using System.Globalization;

namespace OrleansGameState.Gateway.Http;

/// <summary>A refusal of a gRPC call before it reaches its method.</summary>
internal static class GrpcRefusal
{
    // gRPC tells its status in headers where there is no message.
    public static Task Write(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = status.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString(message);
        return Task.CompletedTask;
    }
}
