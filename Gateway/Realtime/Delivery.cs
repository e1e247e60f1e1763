using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>One thing to be sent to a client, in the order in which it is to be sent.</summary>
internal abstract record Delivery
{
    /// <summary>The subscription that brought it; null where none did.</summary>
    public Subscription? Source => this switch
    {
        Snapshot snapshot => snapshot.Subscription,
        Resumed resumed => resumed.Subscription,
        Event @event => @event.Subscription,
        Unknown unknown => unknown.Subscription,
        Failed failed => failed.Subscription,
        _ => null,
    };

    /// <summary>The whole entity; deltas go on with the next sequence.</summary>
    public sealed record Snapshot(Subscription Subscription, EntityView View) : Delivery;

    /// <summary>The client resumes where it was.</summary>
    public sealed record Resumed(Subscription Subscription, long Sequence) : Delivery;

    /// <summary>The next event.</summary>
    public sealed record Event(Subscription Subscription, Delta Delta) : Delivery;

    /// <summary>Nothing was ever told of the entity.</summary>
    public sealed record Unknown(Subscription Subscription) : Delivery;

    /// <summary>The entity could not be read.</summary>
    public sealed record Failed(Subscription Subscription, Exception Exception) : Delivery;

    /// <summary>What a follower lets its client have.</summary>
    public sealed record Followed(Follower Follower, Delivery Inner) : Delivery;

    /// <summary>Bytes that belong to no entity.</summary>
    public sealed record Raw(ReadOnlyMemory<byte> Bytes) : Delivery;
}
