using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>One client's interest in one entity.</summary>
internal sealed class Subscription(EntityWatch watch, Outbox outbox, Follower? follower)
{
    public Entity Entity => watch.Entity;

    public string Topic => watch.Entity.Topic;

    public EntityWatch Watch => watch;

    public Outbox Outbox => outbox;

    /// <summary>Who decides what the client gets of it; null where that is all.</summary>
    public Follower? Follower => follower;

    /// <summary>The last sequence the client has; the outbox's reader alone knows it.</summary>
    public long Position { get; set; } = -1;

    /// <summary>True while a beginning or a fresh snapshot is due, which makes deltas until then needless. Guarded by the outbox.</summary>
    public bool IsDue { get; set; }

    /// <summary>True once the client is no longer interested. Guarded by the outbox.</summary>
    public bool IsEnded { get; set; }
}
