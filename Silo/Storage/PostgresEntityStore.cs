using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// Holds entities in PostgreSQL: a row each, and their events, written together. A write must name the commit it was
/// decided on, which is its ETag.
/// </summary>
internal sealed class PostgresEntityStore(StoredTypes types, StoredIntents intents, CommitQueue queue, StoreReads reads, IOptions<StorageOptions> options) : IGrainStorage
{
    private const string ReadSql = "select version, at, commit_id, type, state, pending, received from entity where system = $1 and key = $2";

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var kind = types.OfRecord(typeof(T));
        var key = grainId.Key.ToString()!;
        var record = await reads.ReadAsync((connection, token) => ReadAsync(connection, kind, key, token), cancellationToken);
        grainState.State = record is null ? Activator.CreateInstance<T>() : (T)record;
        grainState.ETag = record is null ? null! : ETag(record.CommitId);
        grainState.RecordExists = record is not null;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var record = grainState.State as IEntityRecord
            ?? throw new ArgumentException($"{typeof(T)} is not an entity's record; only entities are stored here.", nameof(grainState));
        var outcome = await queue.CommitAsync(Encode(types.OfRecord(typeof(T)), record, grainState.ETag), cancellationToken);
        if (!outcome.IsDone)
        {
            throw new InconsistentStateException($"{grainId} was written by another activation.", outcome.Stored is { } stored ? ETag(stored) : null!, grainState.ETag!);
        }

        (grainState.ETag, grainState.RecordExists) = (ETag(record.CommitId), true);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("An entity's history is kept; it is not cleared.");

    private static string ETag(Guid commitId) => commitId.ToString("N", CultureInfo.InvariantCulture);

    private async Task<IEntityRecord?> ReadAsync(NpgsqlConnection connection, StoredKind kind, string key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = kind.System, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter<string> { TypedValue = key, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        if (reader.GetString(3) is var type && type != kind.Name)
        {
            throw new InvalidOperationException($"{key} is stored as a {type}, not as a {kind.Name}.");
        }

        return kind.Restore(
            key,
            reader.GetInt64(0),
            reader.GetFieldValue<DateTimeOffset>(1),
            reader.GetGuid(2),
            kind.Decode(reader.GetFieldValue<byte[]>(4)),
            intents.DecodePending(kind.System, key, reader.IsDBNull(5) ? [] : reader.GetFieldValue<byte[]>(5)),
            StoredIntents.DecodeReceived(reader.IsDBNull(6) ? [] : reader.GetFieldValue<byte[]>(6)));
    }

    private EntityWrite Encode(StoredKind kind, IEntityRecord record, string? etag)
    {
        RequireContinuation(record);
        var before = record.Version - record.NewEvents.Length;
        return new(
            kind.System,
            record.Key,
            kind.Name,
            record.Version,
            record.At,
            record.CommitId,
            etag is null ? null : Guid.ParseExact(etag, "N"),
            Storable(kind, record, kind.Name, kind.Encode(record.State)),
            Storable(kind, record, "pending", intents.EncodePending(record)),
            StoredIntents.EncodeReceived(record),
            [.. record.NewEvents.Select(envelope => Encode(kind, record, envelope))],
            record.Version / options.Value.CheckpointEvery > before / options.Value.CheckpointEvery);
    }

    private EventWrite Encode(StoredKind kind, IEntityRecord record, Envelope envelope)
    {
        var (name, json) = types.Encode(envelope.Event);
        return new(envelope.Sequence, envelope.At, name, Storable(kind, record, name, json));
    }

    [return: NotNullIfNotNull(nameof(json))]
    private static byte[]? Storable(StoredKind kind, IEntityRecord record, string type, byte[]? json)
    {
        if (json is not null)
        {
            JsonText.RequireStorable(kind.System, record.Key, type, json);
        }

        return json;
    }

    private static void RequireContinuation(IEntityRecord record)
    {
        var sequence = record.Version - record.NewEvents.Length;
        foreach (var envelope in record.NewEvents)
        {
            if (envelope.Sequence != ++sequence)
            {
                throw new InvalidOperationException($"{record.Key}: event {envelope.Sequence} is out of place in the write of version {record.Version}.");
            }
        }
    }
}
