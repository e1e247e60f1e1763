namespace OrleansGameState.Gateway.Cluster;

/// <summary>The cluster as it is now.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Missing">What did not answer in time: <c>membership</c>, <c>board</c>, or the address of a silo. What it told before is shown as far as there is any.</param>
/// <param name="CallsPerSecond">Grain calls that all silos answered.</param>
/// <param name="Activations">How many there are in all silos that answered.</param>
/// <param name="Silos">Active ones first.</param>
/// <param name="Grains">Activations by grain type, most first.</param>
/// <param name="Methods">The slowest of the last minute, slowest first.</param>
/// <param name="Processes">All that told of themselves within the last minute.</param>
/// <param name="Feeds">One for each feed and world.</param>
internal sealed record ClusterView(
    DateTimeOffset At,
    IReadOnlyList<string> Missing,
    double CallsPerSecond,
    int Activations,
    IReadOnlyList<SiloView> Silos,
    IReadOnlyList<GrainTypeView> Grains,
    IReadOnlyList<MethodView> Methods,
    IReadOnlyList<ProcessView> Processes,
    IReadOnlyList<FeedHolderView> Feeds);
