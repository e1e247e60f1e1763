using System.Collections.Immutable;
using Npgsql;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.Scans;

/// <summary>Scans the table of entities by one statement, which sees it as it is at one instant, row by row.</summary>
internal sealed class PostgresEntityScan(StoreReads reads) : IEntityScan
{
    private const string Sql = """
        select key, version, type, state, pending
        from entity
        where system = $1 and type = any($2) and key ^@ $3
        """;

    public ValueTask<ImmutableArray<T>> ScanAsync<T>(ImmutableArray<StoredKind> kinds, string prefix, Func<ScannedEntity, T?> select, CancellationToken cancellationToken)
        where T : class =>
        reads.ReadAsync((connection, token) => ScanAsync(connection, kinds, prefix, select, token), cancellationToken);

    private static async Task<ImmutableArray<T>> ScanAsync<T>(
        NpgsqlConnection connection,
        ImmutableArray<StoredKind> kinds,
        string prefix,
        Func<ScannedEntity, T?> select,
        CancellationToken cancellationToken)
        where T : class
    {
        var byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<T>();
        await using var command = connection.Command(Sql, kinds[0].System, byName.Keys.ToArray(), prefix);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var kind = byName[reader.GetString(2)];
            var owedTo = StoredIntents.DecodeTargets(reader.IsDBNull(4) ? [] : reader.GetFieldValue<byte[]>(4));
            if (select(new(kind, reader.GetString(0), reader.GetInt64(1), kind.Decode(reader.GetFieldValue<byte[]>(3)), owedTo)) is { } one)
            {
                found.Add(one);
            }
        }

        return found.DrainToImmutable();
    }
}
