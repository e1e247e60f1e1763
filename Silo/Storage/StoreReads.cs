using Npgsql;
using OrleansGameState.Grains.Interfaces.Entities;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OrleansGameState.Silo.Storage;

/// <summary>Reads from the database; a connection that broke, as all do when a server restarts, is no failure yet.</summary>
internal sealed class StoreReads(StoreSource source, TimeProvider time)
{
    // Before the silo gives up on the call that asks, so that this one tells what it waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline _retries = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(Patience)
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(exception => exception.IsTransient),
            MaxRetryAttempts = 6,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(20),
            MaxDelay = TimeSpan.FromSeconds(1),
        })
        .Build();

    /// <summary>Reads, on a connection of its own, from the beginning again where it breaks.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public ValueTask<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        AskAsync(
            async token =>
            {
                await using var connection = await source.Reads.OpenConnectionAsync(token);
                return await read(connection, token);
            },
            cancellationToken);

    /// <summary>The same for what has its connections elsewhere.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async ValueTask<T> AskAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await _retries.ExecuteAsync(async token => await read(token), cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new StoreUnavailableException($"The store did not answer within {Patience.TotalSeconds} s.", exception);
        }
        catch (NpgsqlException exception) when (exception.IsTransient)
        {
            throw new StoreUnavailableException($"The store does not answer: {exception.Message}", exception);
        }
    }
}
