namespace OrleansGameState.Bench.Clusters;

/// <summary>Where grains are that a silo calls.</summary>
internal static class Places
{
    public const string Here = "here";
    public const string Elsewhere = "elsewhere";
}
