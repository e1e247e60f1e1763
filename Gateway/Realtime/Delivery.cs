using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>One thing to be sent to a client, in the order in which it is to be sent.</summary>
internal abstract record Delivery
{
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

    /// <summary>Bytes that belong to no entity.</summary>
    public sealed record Raw(ReadOnlyMemory<byte> Bytes) : Delivery;
}
