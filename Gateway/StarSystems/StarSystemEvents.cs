using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The events of the whole system, whatever entity they are of.</summary>
internal static class StarSystemEvents
{
    /// <summary>An event's topic; names and factions, which are only indices, have theirs after <c>name/</c> and <c>faction/</c>.</summary>
    public static string Topic(Envelope envelope) => envelope.Key == StarSystemKeys.Galaxy
        ? StarSystemTopics.Galaxy
        : StarSystemKeys.System + envelope.Key[StarSystemKeys.Galaxy.Length..];

    /// <summary>An event's topic and its JSON.</summary>
    public static (string Topic, byte[] Event) Of(Envelope envelope) => (Topic(envelope), StarSystemJson.Event(envelope.Event));
}
