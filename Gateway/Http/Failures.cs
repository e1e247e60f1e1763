using Microsoft.AspNetCore.Diagnostics;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Http;

/// <summary>What a failure is called outside.</summary>
internal static class Failures
{
    private const string StoreIsAway = "The store does not answer: what is not in memory cannot be read, and nothing can be written; try again.";
    private const string NoAnswer = "The silo or its store does not answer; try again.";

    /// <summary>
    /// True where the silo or its store did not answer, or gave up on the call, so that trying again later may help.
    /// </summary>
    public static bool IsUnavailable(Exception exception) => Causes(exception).Any(cause =>
        cause is StoreUnavailableException or TimeoutException or OperationCanceledException || (IsOfOrleans(cause) && !IsWrapper(cause)));

    /// <summary>True where it was the store: it tells the log of that itself, once and not for each request.</summary>
    public static bool IsStoreAway(Exception exception) => Causes(exception).Any(cause => cause is StoreUnavailableException);

    /// <summary>For people; nothing of the inside.</summary>
    public static string Detail(Exception exception) => exception switch
    {
        _ when IsStoreAway(exception) => StoreIsAway,
        _ when IsUnavailable(exception) => NoAnswer,
        _ => "The request failed; it is logged.",
    };

    public static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => new(bad.StatusCode, "Invalid request", bad.Message),
        _ when IsUnavailable(exception) => new(StatusCodes.Status503ServiceUnavailable, "Unavailable", Detail(exception)),
        _ => new(StatusCodes.Status500InternalServerError, "Internal error", Detail(exception)),
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

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static bool IsOfOrleans(Exception exception) =>
        exception is OrleansException || exception.GetType().Namespace is { } name && (name == "Orleans" || name.StartsWith("Orleans.", StringComparison.Ordinal));

    // Whatever a store throws comes in this type; what it holds may as well be a bug.
    private static bool IsWrapper(Exception exception) => exception.GetType() == typeof(OrleansException) && exception.InnerException is not null;
}
