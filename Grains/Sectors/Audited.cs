using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What an audit looks at of an entity of a universe.</summary>
internal abstract record Audited
{
    /// <summary>What there is to look at; null where nothing.</summary>
    /// <param name="found">As the scan found it.</param>
    /// <param name="reservedBefore">Reservations that are younger are left to their moves.</param>
    public static Audited? Of(ScannedEntity found, DateTimeOffset reservedBefore) => found.State switch
    {
        PlayerState player when SectorKeys.TryParsePlayer(found.Key, out _, out var id) =>
            new AuditedPlayer(id, found.Version, SectorsOf(found.OwedTo), player.IsPresent, player.Sector, player.Profile?.Ship.Id, player.LastActivityAt),
        SectorState sector when SectorKeys.TryParseSector(found.Key, out _, out var id) && !(sector.Heard.IsEmpty && sector.Parked.IsEmpty && sector.Players.IsEmpty) =>
            new AuditedSector(id, sector.Players.Keys.ToHashSet(StringComparer.Ordinal), [.. sector.Parked.Keys], sector.Heard),
        WarpTunnelState tunnel when WarpTunnelRules.Overdue(tunnel, reservedBefore) is { IsEmpty: false } overdue => new AuditedTunnel(found.Key, overdue.Length),
        _ => null,
    };

    private static ImmutableArray<string> SectorsOf(ImmutableArray<string> keys) =>
        [.. keys.Select(key => SectorKeys.TryParseSector(key, out _, out var sector) ? sector : null).OfType<string>()];
}
