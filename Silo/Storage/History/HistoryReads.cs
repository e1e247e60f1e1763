using Npgsql;

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

    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);

    public async ValueTask<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
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
