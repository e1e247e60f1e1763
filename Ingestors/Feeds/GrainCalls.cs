using System.Data.Common;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Entities;
using Polly;
using Polly.Retry;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// Calls grains until they answer. Commands may be repeated, so that an unknown outcome is settled by asking again;
/// while one is, the entity's later commands about the same wait behind it.
/// </summary>
internal sealed class GrainCalls
{
    // Infrastructure comes back. Anything else is a bug that repeating does not mend, and must not hold up the entity for good.
    private const int AttemptsOnBug = 5;

    // A lost silo is declared dead, and its grains answer elsewhere, within seconds; Orleans' own time-out is 30 s. Shorter,
    // and a store that is merely slow would be asked twice for everything.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly ResiliencePropertyKey<int> Bugs = new("bugs");

    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public GrainCalls(TimeProvider time, ILogger logger)
    {
        (_time, _logger) = (time, logger);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Context, arguments.Outcome.Exception)),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(10),
                UseJitter = true,
                OnRetry = arguments =>
                {
                    FeedMeters.Retries.Add(1);
                    FeedTraces.Repeated(arguments.AttemptNumber + 1, arguments.Outcome.Exception?.Message ?? "");
                    Log.CallRepeated(_logger, arguments.Context.OperationKey ?? "", arguments.AttemptNumber + 1, arguments.Outcome.Exception);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>The answer; null where the call failed for good, which is logged.</summary>
    public async Task<T?> Invoke<T>(string key, Func<ValueTask<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        var context = ResilienceContextPool.Shared.Get(key, cancellationToken);
        var started = _time.GetTimestamp();
        try
        {
            var hedged = new HedgedCall<T>(call, Patience, _time, () => OnUnanswered(key));
            var answer = await _pipeline.ExecuteAsync(static async (context, hedged) => await hedged.Attempt(context.CancellationToken), context, hedged);
            FeedMeters.Calls.Record(_time.GetElapsedTime(started).TotalSeconds, FeedMeters.Outcome("answered"));
            return answer;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            FeedMeters.Calls.Record(_time.GetElapsedTime(started).TotalSeconds, FeedMeters.Outcome("failed"));
            FeedTraces.Failed(exception);
            Log.CallFailed(_logger, key, exception);
            return null;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsWorthRepeating(ResilienceContext context, Exception? exception)
    {
        if (exception is null || IsOfInfrastructure(exception))
        {
            return exception is not null;
        }

        var bugs = context.Properties.GetValue(Bugs, 0) + 1;
        context.Properties.Set(Bugs, bugs);
        return bugs <= AttemptsOnBug;
    }

    // A store's exceptions come wrapped, by Orleans and by the entity that reloads after them; what is inside tells. Of
    // Orleans' own, none is the command's fault: a silo or a gateway is lost, or too busy, or has yet to be found. A call
    // that is cancelled, and not by us, was so by a silo that ends.
    private static bool IsOfInfrastructure(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            var wraps = cause.GetType() == typeof(OrleansException) && cause.InnerException is not null;
            if (cause is TimeoutException or StoreUnavailableException or IOException or DbException or OperationCanceledException || (cause is OrleansException && !wraps))
            {
                return true;
            }
        }

        return false;
    }

    private void OnUnanswered(string key)
    {
        FeedMeters.Retries.Add(1);
        FeedTraces.Repeated(1, "no answer");
        Log.CallUnanswered(_logger, key, Patience.TotalSeconds);
    }
}
