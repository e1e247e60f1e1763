using System.Globalization;

namespace OrleansGameState.Grains.Interfaces.Feeds;

/// <summary>Grain keys of feeds: <c>{feed}/{world}</c>, such as <c>territory/10</c>.</summary>
public static class FeedKeys
{
    public static string Lease(string feed, int worldId) => string.Create(CultureInfo.InvariantCulture, $"{feed}/{worldId}");
}
