using Microsoft.AspNetCore.Diagnostics;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Http;

/// <summary>What a failure is called outside.</summary>
internal static class Failures
{
    /// <summary>Of a gateway that waits for its first silo.</summary>
    public static Problem NoSiloYet { get; } = new(StatusCodes.Status503ServiceUnavailable, "Unavailable", "No silo is found yet; try again.");

    public static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => new(bad.StatusCode, "Invalid request", bad.Message),
        _ when Outage.IsUnavailable(exception) => new(StatusCodes.Status503ServiceUnavailable, "Unavailable", Outage.Detail(exception)),
        _ => new(StatusCodes.Status500InternalServerError, "Internal error", Outage.Detail(exception)),
    };

    public static Task Handle(HttpContext context) => Of(context.Features.Get<IExceptionHandlerFeature>()!.Error).Write(context);
}
