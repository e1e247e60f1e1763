namespace OrleansGameState.Gateway.Realtime;

/// <summary>Topics of what leads from entity to entity.</summary>
internal interface IFollowedTopics
{
    /// <summary>True of a full topic.</summary>
    bool IsTopic(string topic);

    /// <summary>Begins to follow for one client.</summary>
    Follower Follow(string topic, Outbox outbox);
}
