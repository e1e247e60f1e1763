namespace OrleansGameState.Grains.Interfaces.Feeds;

/// <summary>Grain keys of feeds: <c>{feed}/{part}</c>, such as <c>territory/10</c> (a world) or <c>starsystems/eddn</c>.</summary>
public static class FeedKeys
{
    public static string Lease(string feed, string part) => $"{feed}/{part}";
}
