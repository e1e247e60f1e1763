using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Silo.Storage.AdoNet;

namespace OrleansGameState.Silo.Storage.Scans;

/// <summary>The same over the table of Orleans' ADO.NET grain storage, which has no order that helps: it is read as a whole.</summary>
internal sealed class AdoNetEntityScan(StoreReads reads, EntityRows rows, IOptions<Orleans.Configuration.ClusterOptions> cluster) : IEntityScan
{
    // A key that reads as a number is not text in there; the row itself has it as it is.
    private const string Sql = """
        select grain_type, payload from orleans_storage
        where service_id = $1 and grain_type = any($2) and payload is not null and (grain_text = '' or grain_text ^@ $3)
        """;

    private readonly EntityRowSerializer _serializer = new();

    public ValueTask<ImmutableArray<T>> ScanAsync<T>(ImmutableArray<StoredKind> kinds, string prefix, Func<ScannedEntity, T?> select, CancellationToken cancellationToken)
        where T : class =>
        reads.ReadAsync((connection, token) => ScanAsync(connection, kinds, prefix, select, token), cancellationToken);

    private async Task<ImmutableArray<T>> ScanAsync<T>(
        NpgsqlConnection connection,
        ImmutableArray<StoredKind> kinds,
        string prefix,
        Func<ScannedEntity, T?> select,
        CancellationToken cancellationToken)
        where T : class
    {
        var byType = kinds.ToDictionary(AdoNetEntityStore.Type, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<T>();
        await using var command = connection.Command(Sql, cluster.Value.ServiceId, byType.Keys.ToArray(), prefix);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = _serializer.Deserialize<EntityRow>(new(reader.GetFieldValue<byte[]>(1)))!;
            if (row.Key.StartsWith(prefix, StringComparison.Ordinal) && select(Scanned(byType[reader.GetString(0)], row)) is { } one)
            {
                found.Add(one);
            }
        }

        return found.DrainToImmutable();
    }

    private ScannedEntity Scanned(StoredKind kind, EntityRow row)
    {
        var record = rows.Decode(kind, row.Key, row);
        return new(kind, record.Key, record.Version, record.State, [.. record.Pending.Select(intent => intent.Target)]);
    }
}
