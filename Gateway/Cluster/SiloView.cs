namespace OrleansGameState.Gateway.Cluster;

/// <summary>A silo: what the membership says of it, what it answers itself, and what it last told the board.</summary>
/// <param name="Address">With its generation: one that is started anew at the same address is another.</param>
/// <param name="Name">Its name among silos.</param>
/// <param name="Host">The machine.</param>
/// <param name="Status">As the membership has it: <c>created</c>, <c>joining</c>, <c>active</c>, <c>shuttingDown</c>, <c>stopping</c>, <c>dead</c>.</param>
/// <param name="StartedAt">When it joined.</param>
/// <param name="Answers">Whether it answered just now.</param>
/// <param name="Activations">Null where it did not answer.</param>
/// <param name="RecentlyUsed">Activations that were called in the last ten minutes.</param>
/// <param name="Process">What its process goes by; null where it did not tell.</param>
/// <param name="CallsPerSecond">Null where it did not tell.</param>
/// <param name="Store">Null where it did not tell.</param>
internal sealed record SiloView(
    string Address,
    string Name,
    string Host,
    string Status,
    DateTimeOffset? StartedAt,
    bool Answers,
    int? Activations,
    int? RecentlyUsed,
    string? Process,
    double? CallsPerSecond,
    StoreView? Store);
