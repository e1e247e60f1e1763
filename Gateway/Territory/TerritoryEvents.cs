using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>The events of the whole system, whatever entity they are of.</summary>
internal static class TerritoryEvents
{
    /// <summary>An event's topic; the directory of worlds has the system's own.</summary>
    public static string Topic(Envelope envelope) => envelope.Key == TerritoryKeys.Directory
        ? TerritoryKeys.System
        : TerritoryKeys.System + envelope.Key[TerritoryKeys.Directory.Length..];

    /// <summary>An event's topic and its JSON.</summary>
    public static (string Topic, byte[] Event) Of(Envelope envelope) => (Topic(envelope), envelope.Event switch
    {
        ZoneEvent fact => JsonSerializer.SerializeToUtf8Bytes(fact, TerritoryJson.Options),
        WorldEvent fact => JsonSerializer.SerializeToUtf8Bytes(fact, TerritoryJson.Options),
        WorldDirectoryEvent fact => JsonSerializer.SerializeToUtf8Bytes(fact, TerritoryJson.Options),
        var other => throw new NotSupportedException($"{other.GetType()} is no event of {TerritoryKeys.System}."),
    });
}
