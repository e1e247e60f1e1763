using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>The kind of entity with this state and these events.</summary>
/// <param name="system">The system's name.</param>
/// <param name="name">The kind's stable name.</param>
/// <param name="owns">True where a key is one of this kind; no two kinds of a system own the same.</param>
/// <param name="json">The state's JSON.</param>
/// <param name="events">Every type of event of the family.</param>
public sealed class StoredKind<TState, TEvent>(
    string system,
    string name,
    Func<string, bool> owns,
    JsonTypeInfo<TState> json,
    ImmutableArray<StoredEvent> events) : StoredKind(system, name, events)
    where TState : class, IEntityState<TState, TEvent>
    where TEvent : EntityEvent
{
    public override Type State => typeof(TState);

    public override Type Record => typeof(EntityRecord<TState>);

    public override bool Owns(string key) => owns(key);

    public override object Initial(string key) => TState.Initial(key);

    public override object Apply(object state, EntityEvent @event) => ((TState)state).Apply((TEvent)@event);

    public override byte[] Encode(object state) => JsonSerializer.SerializeToUtf8Bytes((TState)state, json);

    public override object Decode(ReadOnlySpan<byte> stored) => JsonSerializer.Deserialize(stored, json)
        ?? throw new JsonException($"A stored {Name} is null.");

    public override IEntityRecord Restore(
        string key,
        long version,
        DateTimeOffset at,
        Guid commitId,
        object state,
        ImmutableArray<Intent> pending,
        ImmutableSortedDictionary<string, long> received) =>
        new EntityRecord<TState>(System, key, version, at, commitId, (TState)state, [], pending, received);
}
