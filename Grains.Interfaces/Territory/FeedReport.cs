using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>How a world's feed does; it measures, so it is held in memory only.</summary>
/// <param name="LastFrameAt">When anything last came over the connection; null where nothing did.</param>
/// <param name="LastAcceptedAt">When a message of this world was last accepted; null where none was.</param>
/// <param name="EventsPerMinute">Accepted messages of this world over the last minute.</param>
/// <param name="Accepted">Accepted messages of this world since the ingestor started.</param>
/// <param name="Reconnects">Reconnects of the connection since the ingestor started.</param>
/// <param name="LastPollAt">When the REST map last answered; null where it did not.</param>
/// <param name="Refusals">Refusals by reason since the ingestor started.</param>
/// <param name="Mode"><c>live</c> or <c>replay</c>.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FeedReport")]
public sealed record FeedReport(
    [property: Id(0)] DateTimeOffset? LastFrameAt,
    [property: Id(1)] DateTimeOffset? LastAcceptedAt,
    [property: Id(2)] double EventsPerMinute,
    [property: Id(3)] long Accepted,
    [property: Id(4)] long Reconnects,
    [property: Id(5)] DateTimeOffset? LastPollAt,
    [property: Id(6)] ImmutableSortedDictionary<string, long> Refusals,
    [property: Id(7)] string Mode);
