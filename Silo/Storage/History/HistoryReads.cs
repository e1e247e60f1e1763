using Npgsql;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.History;

/// <summary>
/// Lets only some questions about history at the database at a time. A fold over a long log takes a second and a core;
/// without a bound a few curious clients would take the connections by which entities are read, and the server's time
/// from commits. Who comes too many waits.
/// </summary>
internal sealed class HistoryReads(StoreReads reads) : IDisposable
{
    // Below the number of connections for reads, so that some are always left for entities.
    private const int AtOnce = 4;

    // Less than callers wait for a grain, so that they hear why.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);

    /// <exception cref="StoreUnavailableException">The store does not answer, or the ones before took too long.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (!await _turns.WaitAsync(Patience, cancellationToken))
        {
            throw new StoreUnavailableException($"Others asked about history too; none of {AtOnce} turns came free within {Patience.TotalSeconds} s.");
        }

        try
        {
            return await reads.ReadAsync(read, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
