using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Players with the sector that they are in, under <c>sectors/{universe}/me/{player}</c>.</summary>
internal sealed class PlayerFollowers(IGrainFactory grains, PlayerKind players, SectorKind sectors, WatchRegistry watches) : IFollowedTopics
{
    public bool IsTopic(string topic) => SectorTopics.TryParseMe(topic, out _, out _);

    public Follower Follow(string topic, Outbox outbox) => SectorTopics.TryParseMe(topic, out var universe, out var player)
        ? Follow(universe, player, outbox)
        : throw new ArgumentException($"'{topic}' follows no player.", nameof(topic));

    public Follower Follow(string universe, string player, Outbox outbox)
    {
        var key = SectorKeys.Player(universe, player);
        var follower = new PlayerFollower(universe, player, new(grains, sectors), watches, outbox);
        follower.Begin(new Entity(players, key, SectorTopics.Of(key)));
        return follower;
    }
}
