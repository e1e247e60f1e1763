using System.Globalization;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>A world as the part of a feed that it is.</summary>
internal static class WorldParts
{
    public static string Of(int worldId) => worldId.ToString(CultureInfo.InvariantCulture);

    public static FeedMeasures.View Of(this FeedMeasures measures, int worldId, DateTimeOffset now) => measures.Of(Of(worldId), now);

    public static void Accepted(this FeedMeasures measures, int worldId, int messages) => measures.Accepted(Of(worldId), messages);

    /// <param name="measures">The feed's measures.</param>
    /// <param name="reason">Counted by it.</param>
    /// <param name="worldId">Null where it is not known whom it concerned.</param>
    public static void Refused(this FeedMeasures measures, string reason, int? worldId) => measures.Refused(reason, worldId is { } id ? Of(id) : null);

    public static void Polled(this FeedMeasures measures, int worldId, DateTimeOffset requestedAt) => measures.Polled(Of(worldId), requestedAt);
}
