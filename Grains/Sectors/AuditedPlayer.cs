namespace OrleansGameState.Grains.Sectors;

/// <summary>A player's record.</summary>
/// <param name="Id">The player.</param>
/// <param name="Version">The record's sequence.</param>
/// <param name="Owes">True where sectors may still have to be told of something.</param>
/// <param name="IsPresent">True where the record says that they are in space.</param>
/// <param name="Sector">Where they are, or were.</param>
/// <param name="ShipId">What they fly; null before their first login.</param>
/// <param name="LastActivityAt">When they were heard of last.</param>
internal sealed record AuditedPlayer(string Id, long Version, bool Owes, bool IsPresent, string Sector, string? ShipId, DateTimeOffset LastActivityAt) : Audited;
