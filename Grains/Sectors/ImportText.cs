using System.Diagnostics.CodeAnalysis;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What an import's parts may be, each by itself: ids, texts, numbers, and how many of them.</summary>
internal static class ImportText
{
    public const int MostTurns = 1_000_000_000;

    // A way through all sectors must still be a number of turns.
    private const int MostTurnCost = 10_000;

    private const int MostSectors = 20_000;
    private const int MostWays = 200_000;
    private const int MostShips = 200_000;
    private const int LongestText = 400;

    public static IEnumerable<Rejection> Refuse(UniverseDraft draft) =>
        Sizes(draft).Concat(draft.Sectors.SelectMany(RefuseSector)).Concat(draft.Tunnels.SelectMany(RefuseTunnel)).Concat(draft.Ships.SelectMany(RefuseShips));

    private static IEnumerable<Rejection> Sizes(UniverseDraft draft)
    {
        if (draft.Sectors.IsEmpty)
        {
            yield return new("no-sectors", "sectors", "The document has no sectors.");
        }

        if (Excess("sectors", draft.Sectors.Length, MostSectors) is { } sectors)
        {
            yield return sectors;
        }

        if (Excess("links", draft.Sectors.Sum(sector => sector.Links.Length) + draft.Tunnels.Length, MostWays) is { } ways)
        {
            yield return ways;
        }

        if (Excess("ships", draft.Ships.Sum(sector => sector.Ships.Length), MostShips) is { } ships)
        {
            yield return ships;
        }
    }

    private static Rejection? Excess(string field, int count, int most) =>
        count > most ? new("too-many", field, FormattableString.Invariant($"{count:N0} {field}; up to {most:N0} are possible.")) : null;

    private static IEnumerable<Rejection> RefuseSector(SectorChart sector)
    {
        var where = $"Sector {sector.Id}";
        return Found(
        [
            Id(sector.Id, "sectors.id", "A sector's id"),
            Text(sector.Name, "sectors.name", where),
            Text(sector.Type, "sectors.type", where),
            Text(sector.Beacon ?? "", "sectors.beacon", where),
            Number(sector.HazardLevel, 0, 10, "sectors.hazardLevel", where),
            Number(sector.Defenses.DefenseDrones, 0, int.MaxValue, "sectors.defenses.defenseDrones", where),
            Number(sector.Defenses.Fighters, 0, int.MaxValue, "sectors.defenses.fighters", where),
            Number(sector.Defenses.Mines, 0, int.MaxValue, "sectors.defenses.mines", where),
            Number(sector.Position?.X ?? 0, double.MinValue, double.MaxValue, "sectors.x", where),
            Number(sector.Position?.Y ?? 0, double.MinValue, double.MaxValue, "sectors.y", where),
            .. sector.Ports.Select(port => Id(port.Id, "sectors.ports.id", $"A port of {where}") ?? Text(port.Name, "sectors.ports.name", where)),
            .. sector.Planets.Select(planet => Id(planet.Id, "sectors.planets.id", $"A planet of {where}") ?? Text(planet.Name, "sectors.planets.name", where)),
            .. sector.Links.Select(link => Id(link.To, "links.to", $"A link from {where}") ?? Number(link.TurnCost, 0, MostTurnCost, "links.turnCost", $"The link {sector.Id}->{link.To}")),
        ]);
    }

    private static IEnumerable<Rejection> RefuseTunnel(TunnelDraft tunnel)
    {
        var chart = tunnel.Chart;
        var where = $"The tunnel {chart.From}->{chart.To}";
        return Found(
        [
            Id(chart.From, "tunnels.from", "A tunnel's beginning"),
            Id(chart.To, "tunnels.to", "A tunnel's end"),
            Text(chart.Type, "tunnels.type", where),
            Number(chart.Stability, 0, 1, "tunnels.stability", where),
            Number(chart.TurnCost, 0, MostTurnCost, "tunnels.turnCost", where),
            Number(chart.MaxUses ?? 1, 1, int.MaxValue, "tunnels.maxUses", where),
            Number(tunnel.Uses ?? 0, 0, chart.MaxUses ?? int.MaxValue, "tunnels.currentUses", where),
        ]);
    }

    private static IEnumerable<Rejection> RefuseShips(SectorShips sector) => Found(sector.Ships.Select(ship =>
        Id(ship.Id, "sectors.ships.id", $"A ship in sector {sector.Sector}")
        ?? Text(ship.Name, "sectors.ships.name", $"Ship {ship.Id}")
        ?? Text(ship.Type, "sectors.ships.type", $"Ship {ship.Id}")));

    private static IEnumerable<Rejection> Found(IEnumerable<Rejection?> rejections) => rejections.OfType<Rejection>();

    private static Rejection? Id([NotNullWhen(false)] string? id, string field, string where) => SectorKeys.IsId(id)
        ? null
        : new("bad-id", field, $"{where} is '{id}'; ids are {SectorKeys.IdText}.");

    private static Rejection? Text(string text, string field, string where) => text.Length > LongestText
        ? new("too-long", field, $"{where}: a text of {text.Length} characters; up to {LongestText} are possible.")
        : JsonText.Refuse(text, field, where);

    // A value that is no number is in no range.
    private static Rejection? Number(double value, double from, double to, string field, string where) => value >= from && value <= to
        ? null
        : new("out-of-range", field, FormattableString.Invariant($"{where}: {value} is not from {from} to {to}."));
}
