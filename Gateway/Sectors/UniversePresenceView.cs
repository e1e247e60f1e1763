namespace OrleansGameState.Gateway.Sectors;

/// <summary>Who is where in a universe at one instant.</summary>
internal sealed record UniversePresenceView(string Universe, DateTimeOffset At, int Count, IReadOnlyList<WhereaboutsView> Players);
