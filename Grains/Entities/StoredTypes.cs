using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Everything that is stored, by its stable names.</summary>
public sealed class StoredTypes
{
    private readonly FrozenDictionary<Type, StoredKind> _byRecord;
    private readonly FrozenDictionary<string, StoredKind[]> _bySystem;
    private readonly FrozenDictionary<(string System, string Name), StoredEvent> _events;
    private readonly FrozenDictionary<Type, StoredEvent> _eventsByType;

    public StoredTypes(IEnumerable<StoredKind> kinds)
    {
        StoredKind[] all = [.. kinds];
        Kinds = [.. all.OrderBy(kind => kind.System, StringComparer.Ordinal).ThenBy(kind => kind.Name, StringComparer.Ordinal)];
        _byRecord = all.ToFrozenDictionary(kind => kind.Record);
        _bySystem = all.GroupBy(kind => kind.System).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _events = all
            .SelectMany(kind => kind.Events, (kind, stored) => ((kind.System, stored.Name), stored))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.stored);
        _eventsByType = _events.Values.ToFrozenDictionary(stored => stored.Json.Type);
    }

    /// <summary>Every kind of every system, by their names.</summary>
    public ImmutableArray<StoredKind> Kinds { get; }

    /// <summary>The systems that have stored kinds.</summary>
    public IEnumerable<string> Systems => _bySystem.Keys.Order(StringComparer.Ordinal);

    /// <summary>The kind of a record's type; an <see cref="ArgumentException"/> where it is not stored.</summary>
    public StoredKind OfRecord(Type record) => _byRecord.TryGetValue(record, out var kind)
        ? kind
        : throw new ArgumentException($"{record} is not a stored entity's record.", nameof(record));

    /// <summary>The kind that owns a key; an <see cref="ArgumentException"/> where none does.</summary>
    public StoredKind OfKey(string system, string key) =>
        _bySystem.GetValueOrDefault(system, []).FirstOrDefault(kind => kind.Owns(key))
        ?? throw new ArgumentException($"No kind of entity of {system} has keys like '{key}'.", nameof(key));

    /// <summary>An event's stable name and its UTF-8 JSON.</summary>
    public (string Name, byte[] Json) Encode(EntityEvent @event)
    {
        var stored = _eventsByType.TryGetValue(@event.GetType(), out var found)
            ? found
            : throw new ArgumentException($"{@event.GetType()} has no stored name.", nameof(@event));
        return (stored.Name, JsonSerializer.SerializeToUtf8Bytes(@event, stored.Json));
    }

    /// <summary>A stored event; a <see cref="JsonException"/> where this version of the program does not know its name.</summary>
    public EntityEvent Decode(string system, string name, ReadOnlySpan<byte> json)
    {
        var stored = _events.TryGetValue((system, name), out var found)
            ? found
            : throw new JsonException($"The store has an event '{name}' of {system}, which this version does not know; a newer one wrote it.");
        return JsonSerializer.Deserialize(json, stored.Json) as EntityEvent ?? throw new JsonException($"A stored {name} of {system} is null.");
    }
}
