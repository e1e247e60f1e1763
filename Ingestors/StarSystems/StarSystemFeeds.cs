namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>What the feeds are called.</summary>
internal static class StarSystemFeeds
{
    /// <summary>The feed whose parts the two are, in leases and on the board.</summary>
    public const string Feed = "starsystems";

    /// <summary>What the names of their frames begin with.</summary>
    public const string Prefix = "starsystems/";

    public const string Eddn = "eddn";
    public const string TickDetector = "tickdetector";

    public const string EddnFrames = Prefix + Eddn;
    public const string TickDetectorFrames = Prefix + TickDetector;
}
