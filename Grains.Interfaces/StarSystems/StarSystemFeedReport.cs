using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>How a feed does; it measures, so it is held in memory only.</summary>
/// <param name="Feed"><c>eddn</c> or <c>tickdetector</c>.</param>
/// <param name="LastFrameAt">When anything last came; null where nothing did.</param>
/// <param name="LastAcceptedAt">When a message was last accepted; null where none was.</param>
/// <param name="LastHeartbeatAt">When the feed last told that it lives; null where it did not, or never does.</param>
/// <param name="EventsPerMinute">Accepted messages over the last minute.</param>
/// <param name="Accepted">Accepted messages since the ingestor started.</param>
/// <param name="Reconnects">Reconnects since the ingestor started.</param>
/// <param name="Refusals">Refusals by reason since the ingestor started.</param>
/// <param name="Mode"><c>live</c> or <c>replay</c>.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StarSystemFeedReport")]
public sealed record StarSystemFeedReport(
    [property: Id(0)] string Feed,
    [property: Id(1)] DateTimeOffset? LastFrameAt,
    [property: Id(2)] DateTimeOffset? LastAcceptedAt,
    [property: Id(3)] DateTimeOffset? LastHeartbeatAt,
    [property: Id(4)] double EventsPerMinute,
    [property: Id(5)] long Accepted,
    [property: Id(6)] long Reconnects,
    [property: Id(7)] ImmutableSortedDictionary<string, long> Refusals,
    [property: Id(8)] string Mode);
