using System.Collections.Immutable;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// Compares the players' records with the sectors' lists, as a scan found both. Pure. Where a record owes
/// a sector something the two are not compared: the list follows the record, and is on its way.
/// </summary>
internal static class AuditRules
{
    /// <param name="audited">All of a universe.</param>
    /// <param name="silentSince">Who was heard of last before this was silent for too long.</param>
    public static AuditFindings Compare(ImmutableArray<Audited> audited, DateTimeOffset silentSince)
    {
        var players = audited.OfType<AuditedPlayer>().ToDictionary(player => player.Id, StringComparer.Ordinal);
        var sectors = audited.OfType<AuditedSector>().ToDictionary(sector => sector.Id, StringComparer.Ordinal);
        return new(
            players.Count,
            [.. players.Values.Where(player => player.IsPresent && player.LastActivityAt < silentSince).Select(player => player.Id)],
            [.. players.Values.Where(player => player.IsPresent && !player.Owes(player.Sector) && !Lists(sectors, player)).Select(player => (player.Id, player.Sector))],
            [.. sectors.Values.SelectMany(sector => Strays(sector, players))],
            [.. Ships(sectors.Values, players.Values)],
            [.. audited.OfType<AuditedTunnel>()],
            [.. sectors.Values.Select(sector => (sector.Id, Departures(sector, players))).Where(sector => !sector.Item2.IsEmpty)]);
    }

    private static bool Lists(Dictionary<string, AuditedSector> sectors, AuditedPlayer player) =>
        sectors.TryGetValue(player.Sector, out var sector) && sector.Players.Contains(player.Id);

    private static IEnumerable<(string Player, string Sector, long Heard)> Strays(AuditedSector sector, Dictionary<string, AuditedPlayer> players) => sector.Players
        .Where(player => !players.TryGetValue(player, out var record) || (!record.Owes(sector.Id) && !(record.IsPresent && record.Sector == sector.Id)))
        .Select(player => (player, sector.Id, sector.Heard.GetValueOrDefault(player)));

    private static IEnumerable<(string Ship, string Sector, string Player)> Ships(IEnumerable<AuditedSector> sectors, IEnumerable<AuditedPlayer> players)
    {
        var pilots = players
            .Where(player => player is { IsPresent: true, OwedTo.IsEmpty: true, ShipId: not null })
            .DistinctBy(player => player.ShipId)
            .ToDictionary(player => player.ShipId!, player => player.Id, StringComparer.Ordinal);
        return
            from sector in sectors
            from ship in sector.Parked
            where pilots.ContainsKey(ship)
            select (ship, sector.Id, pilots[ship]);
    }

    // A record that owes the sector nothing, as the store has it, tells it nothing again that is not newer. Of one that
    // moves on and on there always is something owed to somebody.
    private static ImmutableSortedDictionary<string, long> Departures(AuditedSector sector, Dictionary<string, AuditedPlayer> players) => sector.Heard
        .Where(heard => players.TryGetValue(heard.Key, out var record) && !record.Owes(sector.Id) && record.Version >= heard.Value)
        .Where(heard => !sector.Players.Contains(heard.Key))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
