using Npgsql;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Health;

/// <summary>A database's sign of life.</summary>
internal static class StorePulse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Null where it answers; else what came instead.</summary>
    public static async Task<string?> FeelAsync(StoreSource source, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            // Left behind where it hangs: a server that is frozen does not take the word that it is no longer waited for.
            await AskAsync(source, limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"nothing for {Patience.TotalSeconds} s.";
        }
        catch (NpgsqlException exception)
        {
            return exception.Message;
        }
    }

    private static async Task AskAsync(StoreSource source, CancellationToken cancellationToken)
    {
        await using var command = source.Reads.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
