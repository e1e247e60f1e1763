using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Silo.Storage.AdoNet;

namespace OrleansGameState.Silo.Storage;

/// <summary>Keeps the program from starting beside entities that the other provider keeps: all of them would look as if they had never been.</summary>
internal sealed class StoredElsewhere(NpgsqlDataSource source, IOptions<StorageOptions> options)
{
    private const string OwnSql = "select exists (select from entity)";
    private const string AdoNetSql = $"select exists (select from orleans_storage where grain_type like '{AdoNetEntityStore.TypePrefix}%')";

    /// <exception cref="NotStartedException">There are some.</exception>
    public async Task RequireNoneAsync(CancellationToken cancellationToken)
    {
        var (other, sql) = options.Value.Provider == StorageProvider.Own ? (StorageProvider.AdoNet, AdoNetSql) : (StorageProvider.Own, OwnSql);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await connection.ScalarAsync<bool>(sql, cancellationToken))
        {
            throw new NotStartedException(
                $"{StorageOptions.Section}:{nameof(StorageOptions.Provider)} is {options.Value.Provider}, and the database {connection.Database} has entities that were stored with {other}; they are not carried over. Set it to {other}, or use another database.");
        }
    }
}
