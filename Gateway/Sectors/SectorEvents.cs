using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The events of the whole system as clients see them: the specification's broadcasts, and others in its manner.</summary>
internal static class SectorEvents
{
    /// <summary>An event's topic and its JSON.</summary>
    public static (string Topic, byte[] Event) Of(Envelope envelope) => (SectorTopics.Of(envelope.Key), Json(envelope));

    /// <summary>An event as UTF-8 JSON.</summary>
    public static byte[] Json(Envelope envelope) => RealtimeJson.Write(json =>
    {
        switch (envelope.Event)
        {
            case PlayerEvent fact:
                PlayerEventJson.Write(json, envelope.Key, fact);
                break;
            case SectorEvent fact:
                SectorEventJson.Write(json, envelope.Key, fact);
                break;
            case WarpTunnelEvent fact:
                TunnelEventJson.Write(json, envelope.Key, fact);
                break;
            case UniverseEvent or UniverseMapEvent:
                UniverseEventJson.Write(json, envelope.Key, envelope.Event);
                break;
            default:
                throw new NotSupportedException($"{envelope.Event.GetType()} is no event of {SectorKeys.System}.");
        }
    });
}
