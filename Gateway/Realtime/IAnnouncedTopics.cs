using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>Topics that a system's announcements are told under, beside the system's own.</summary>
internal interface IAnnouncedTopics
{
    string System { get; }

    /// <summary>Full topics, which begin with the system; those that are listed to clients.</summary>
    IReadOnlyList<string> Topics { get; }

    /// <summary>True of a full topic; there may be more than are listed.</summary>
    bool IsTopic(string topic) => Topics.Contains(topic);

    /// <summary>An announcement under its topic; null where it has none beside the system's.</summary>
    /// <param name="key">The entity's topic without the system.</param>
    /// <param name="envelope">The fact.</param>
    Announcement? Of(string key, Envelope envelope);
}
