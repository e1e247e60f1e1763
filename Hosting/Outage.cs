using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Hosting;

/// <summary>Tells what a failed call means: that a silo or the store is away, which may pass, or something else.</summary>
internal static class Outage
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

    /// <summary>
    /// True where a silo was lost with the call, or on its way: the same call may succeed elsewhere. Not where the store is
    /// away, which every silo would find.
    /// </summary>
    public static bool IsLostSilo(Exception exception) => !IsStoreAway(exception) && IsUnavailable(exception);

    /// <summary>For people; nothing of the inside.</summary>
    public static string Detail(Exception exception) => exception switch
    {
        _ when IsStoreAway(exception) => StoreIsAway,
        _ when IsUnavailable(exception) => NoAnswer,
        _ => "The request failed; it is logged.",
    };

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
