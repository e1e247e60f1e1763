namespace OrleansGameState.Gateway.Sectors;

/// <summary>Where a player is, by their own record.</summary>
internal sealed record WhereaboutsView(string Player, long Sequence, string Sector, bool IsActive, EntryView Entry);
