namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// Announcements: facts that concern a whole system, for those who follow the system rather than one entity.
/// Best effort, one Orleans stream a system; the event log is the truth.
/// </summary>
public static class EntityStreams
{
    /// <summary>Name of the stream provider.</summary>
    public const string Provider = "announcements";

    /// <summary>The stream of a system; its items are <see cref="Envelope"/>.</summary>
    public static StreamId Of(string system) => StreamId.Create("announcements", system);
}
