using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>Turns entities' records into rows, and rows into records.</summary>
internal sealed class EntityRows(StoredTypes types, StoredIntents intents)
{
    public StoredKind KindOf(Type record) => types.OfRecord(record);

    public EntityRow Encode(StoredKind kind, IEntityRecord record) => new()
    {
        Key = record.Key,
        Kind = kind.Name,
        Version = record.Version,
        At = record.At,
        CommitId = record.CommitId,
        State = kind.Encode(record.State),
        Pending = intents.EncodePending(record),
        Received = StoredIntents.EncodeReceived(record),
    };

    /// <exception cref="InvalidOperationException">The row is another entity's.</exception>
    public IEntityRecord Decode(StoredKind kind, string key, EntityRow row)
    {
        // The storage takes keys that read as numbers for those numbers, whatever they were written as.
        if (row.Key != key || row.Kind != kind.Name)
        {
            throw new InvalidOperationException($"{key} is stored as the {row.Kind} {row.Key}, not as a {kind.Name} of its own.");
        }

        return kind.Restore(
            key,
            row.Version,
            row.At,
            row.CommitId,
            kind.Decode(row.State),
            intents.DecodePending(kind.System, key, row.Pending),
            StoredIntents.DecodeReceived(row.Received));
    }
}
