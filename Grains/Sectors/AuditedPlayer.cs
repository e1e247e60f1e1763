using System.Collections.Immutable;

namespace OrleansGameState.Grains.Sectors;

/// <summary>A player's record.</summary>
/// <param name="Id">The player.</param>
/// <param name="Version">The record's sequence.</param>
/// <param name="OwedTo">The sectors that may still be told of something, or told again.</param>
/// <param name="IsPresent">True where the record says that they are in space.</param>
/// <param name="Sector">Where they are, or were.</param>
/// <param name="ShipId">What they fly; null before their first login.</param>
/// <param name="LastActivityAt">When they were heard of last.</param>
internal sealed record AuditedPlayer(string Id, long Version, ImmutableArray<string> OwedTo, bool IsPresent, string Sector, string? ShipId, DateTimeOffset LastActivityAt) : Audited
{
    /// <summary>True where the sector's list need not be as the record says.</summary>
    public bool Owes(string sector) => OwedTo.Contains(sector, StringComparer.Ordinal);
}
