using System.Data.Common;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// Calls grains until they answer. Commands may be repeated, so that an unknown outcome is settled by asking again;
/// while one is, the entity's later commands about the same wait behind it.
/// </summary>
internal sealed class GrainCalls
{
    // Infrastructure comes back. Anything else is a bug that repeating does not mend, and must not hold up the entity for good.
    private const int AttemptsOnBug = 5;

    private readonly ResiliencePipeline _pipeline;
    private readonly ILogger _logger;

    public GrainCalls(TimeProvider time, ILogger logger)
    {
        _logger = logger;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome.Exception, arguments.AttemptNumber)),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(10),
                UseJitter = true,
                OnRetry = arguments =>
                {
                    FeedMeters.Retries.Add(1);
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
        try
        {
            return await _pipeline.ExecuteAsync(static async (_, call) => await call(), context, call);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.CallFailed(_logger, key, exception);
            return null;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsWorthRepeating(Exception? exception, int attempt) =>
        exception is not null && (IsOfInfrastructure(exception) || attempt < AttemptsOnBug);

    // A store's exceptions come wrapped, by Orleans and by the entity that reloads after them; what is inside tells.
    private static bool IsOfInfrastructure(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            var wraps = cause.GetType() == typeof(OrleansException) && cause.InnerException is not null;
            if (cause is TimeoutException or StoreUnavailableException or IOException or DbException || (cause is OrleansException && !wraps))
            {
                return true;
            }
        }

        return false;
    }
}
