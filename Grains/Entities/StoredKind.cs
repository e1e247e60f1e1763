using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>A kind of entity as storage sees it: its names, its JSON, its fold.</summary>
public abstract class StoredKind(string system, string name, ImmutableArray<StoredEvent> events)
{
    /// <summary>The system's name.</summary>
    public string System => system;

    /// <summary>What the kind is called in the store, for ever; unique in its system, such as <c>zone</c>.</summary>
    public string Name => name;

    /// <summary>Every type of event its entities commit.</summary>
    public ImmutableArray<StoredEvent> Events => events;

    /// <summary>The type of its states.</summary>
    public abstract Type State { get; }

    /// <summary>The type of its records.</summary>
    public abstract Type Record { get; }

    /// <summary>True where the key is one of this kind.</summary>
    public abstract bool Owns(string key);

    public abstract object Initial(string key);

    public abstract object Apply(object state, EntityEvent @event);

    /// <summary>A state as UTF-8 JSON.</summary>
    public abstract byte[] Encode(object state);

    public abstract object Decode(ReadOnlySpan<byte> stored);

    /// <summary>A record as it was read: without new events.</summary>
    public abstract IEntityRecord Restore(
        string key,
        long version,
        DateTimeOffset at,
        Guid commitId,
        object state,
        ImmutableArray<Intent> pending,
        ImmutableSortedDictionary<string, long> received);
}
