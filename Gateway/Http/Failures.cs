using Microsoft.AspNetCore.Diagnostics;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Http;

/// <summary>What a failure is called outside.</summary>
internal static class Failures
{
    public static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => new(bad.StatusCode, "Invalid request", bad.Message),
        _ when Outage.IsUnavailable(exception) => new(StatusCodes.Status503ServiceUnavailable, "Unavailable", Outage.Detail(exception)),
        _ => new(StatusCodes.Status500InternalServerError, "Internal error", Outage.Detail(exception)),
    };

    public static Task Handle(HttpContext context)
    {
        var problem = Of(context.Features.Get<IExceptionHandlerFeature>()!.Error);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return problem.Write(context);
    }
}
