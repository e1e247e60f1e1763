using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// Makes a map of what was read from a document, or says by name all that is wrong in it. Pure; the same draft makes the
/// same map.
/// </summary>
internal static class ImportRules
{
    /// <summary>How many things that are wrong are named.</summary>
    public const int MostNamed = 100;

    // Of what is wrong and was chosen to be lived with.
    private const int MostReported = 1000;

    /// <param name="draft">What was read.</param>
    /// <param name="choices">What to do with what is wrong.</param>
    /// <param name="universe">The universe's id.</param>
    /// <param name="before">The map until now.</param>
    /// <param name="settings">The universe's settings until now.</param>
    /// <param name="now">The import's time.</param>
    public static ImportCheck Check(UniverseDraft draft, ImportChoices choices, string universe, UniverseMapState before, UniverseSettings settings, DateTimeOffset now)
    {
        var links = ImportLinks.Read(draft);
        var ships = ImportShips.Read(draft);
        ImmutableArray<Rejection> rejections =
        [
            .. OfEachCode(ImportText.Refuse(draft).Concat(links.Refuse(choices)).Concat(ships.Refuse(choices, links)).Concat(RefuseSettings(draft.Settings, links, choices))).Take(MostNamed),
        ];
        if (!rejections.IsEmpty)
        {
            return new(null, Report(draft.Sectors, draft.Tunnels, draft.Ships, links, ships), rejections);
        }

        var map = new UniverseMap(before.Map.Version + 1, links.Sectors(), links.Tunnels());
        var parked = ships.Parked();
        var report = Report(map.Sectors, map.Tunnels, parked, links, ships);
        return new(new(now, map, parked, Removed(universe, before.Map, map), Settings(draft, settings, map), report), report, []);
    }

    /// <summary>Keys of all sectors and tunnels of a map.</summary>
    public static IEnumerable<string> Keys(string universe, UniverseMap map) =>
        map.Sectors.Select(sector => SectorKeys.Sector(universe, sector.Id))
            .Concat(map.Tunnels.Select(tunnel => SectorKeys.Tunnel(universe, tunnel.Chart.From, tunnel.Chart.To)));

    // A hundred of one sort must not hide that there is another.
    private static IEnumerable<Rejection> OfEachCode(IEnumerable<Rejection> rejections) => rejections
        .GroupBy(rejection => rejection.Code)
        .SelectMany(code => code.Select((rejection, index) => (rejection, index)))
        .OrderBy(one => one.index)
        .Select(one => one.rejection);

    private static ImportReport Report(
        ImmutableArray<SectorChart> sectors,
        ImmutableArray<TunnelDraft> tunnels,
        ImmutableArray<SectorShips> parked,
        ImportLinks links,
        ImportShips ships) => new(
            sectors.Length,
            sectors.Count(sector => sector.IsStub),
            sectors.Sum(sector => sector.Links.Length),
            tunnels.Length,
            parked.Sum(sector => sector.Ships.Length),
            [.. links.Dangling.Take(MostReported)],
            [.. ships.Duplicates.Take(MostReported)]);

    private static ImmutableArray<string> Removed(string universe, UniverseMap before, UniverseMap after) =>
        [.. Keys(universe, before).Except(Keys(universe, after), StringComparer.Ordinal)];

    private static IEnumerable<Rejection> RefuseSettings(UniverseSettings? settings, ImportLinks links, ImportChoices choices)
    {
        if (settings?.StartSector is { } start && !links.Has(start, choices))
        {
            yield return new("bad-start", "settings.startSector", $"The start sector '{start}' is not in the document.");
        }

        if (settings?.StartingTurns is < 0 or > ImportText.MostTurns)
        {
            yield return new("bad-settings", "settings.startingTurns", $"{settings.StartingTurns} starting turns; 0 to 1,000,000,000 are possible.");
        }

        if (settings?.SessionMinutes is < 1 or > 10_080)
        {
            yield return new("bad-settings", "settings.sessionMinutes", $"Sessions of {settings.SessionMinutes} minutes; 1 to 10,080 are possible.");
        }
    }

    // What a document does not say stays; but players must come into a sector that there is.
    private static UniverseSettings? Settings(UniverseDraft draft, UniverseSettings before, UniverseMap map)
    {
        var settings = draft.Settings ?? before;
        var isThere = settings.StartSector is { } start && map.Sectors.Any(sector => sector.Id == start);
        return isThere && draft.Settings is null ? null : isThere ? settings : settings with { StartSector = draft.Sectors[0].Id };
    }
}
