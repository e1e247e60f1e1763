namespace OrleansGameState.Grains.StarSystems;

/// <summary>Shares of influence, which come as decimal text of six digits and are reckoned with exactly.</summary>
internal static class Share
{
    // Dividing by a one of this many digits leaves the fewest that the value needs.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Without zeros at the end: as it is told, and as it is stored.</summary>
    public static decimal Plain(decimal share) => share / One;

    /// <summary>To four decimals, as the feed tells drops.</summary>
    public static decimal Rounded(decimal share) => Plain(Math.Round(share, 4, MidpointRounding.AwayFromZero));
}
