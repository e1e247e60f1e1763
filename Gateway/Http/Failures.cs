using Microsoft.AspNetCore.Diagnostics;

namespace OrleansGameState.Gateway.Http;

/// <summary>What a failure is called outside.</summary>
internal static class Failures
{
    /// <summary>True where the silo or its store did not answer, so that trying again later may help.</summary>
    public static bool IsUnavailable(Exception exception) =>
        exception is TimeoutException or OrleansException || exception.GetType().Namespace?.StartsWith("Orleans", StringComparison.Ordinal) == true;

    public static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => new(bad.StatusCode, "Invalid request", bad.Message),
        _ when IsUnavailable(exception) => new(StatusCodes.Status503ServiceUnavailable, "Unavailable", "The silo or its store does not answer; try again."),
        _ => new(StatusCodes.Status500InternalServerError, "Internal error", "The request failed; it is logged."),
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
