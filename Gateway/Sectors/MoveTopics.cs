using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A universe's moves, under <c>sectors/{universe}/universe/moves</c>.</summary>
internal sealed class MoveTopics : IAnnouncedTopics
{
    public string System => SectorKeys.System;

    /// <summary>None that could be listed beforehand.</summary>
    public IReadOnlyList<string> Topics => [];

    public bool IsTopic(string topic) => SectorTopics.IsMoves(topic);

    public Announcement? Of(string key, Envelope envelope) => envelope.Event is IAnnounced
        ? new(SectorTopics.Moves(SectorKeys.UniverseOf(key)), key, envelope, () => SectorEvents.Json(envelope))
        : null;
}
