using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>An import's ships without a pilot, each in the first place that it is named in.</summary>
internal sealed class ImportShips
{
    // A ship may be named in hundreds of places.
    private const int MostPlaces = 10;

    private readonly UniverseDraft _draft;
    private readonly Dictionary<string, List<string>> _places = new(StringComparer.Ordinal);

    private ImportShips(UniverseDraft draft) => _draft = draft;

    /// <summary>Ships in two places, as <c>ship: first, second, ...</c>.</summary>
    public ImmutableArray<string> Duplicates => [.. _places.Where(ship => ship.Value.Count > 1).OrderBy(ship => ship.Key, StringComparer.Ordinal).Select(ship => $"{ship.Key}: {Text(ship.Value)}")];

    public static ImportShips Read(UniverseDraft draft)
    {
        var ships = new ImportShips(draft);
        foreach (var (sector, ship) in draft.Ships.SelectMany(sector => sector.Ships, (sector, ship) => (sector.Sector, ship.Id)))
        {
            if (!ships._places.TryGetValue(ship, out var places))
            {
                ships._places.Add(ship, places = []);
            }

            places.Add(sector);
        }

        return ships;
    }

    public IEnumerable<Rejection> Refuse(ImportChoices choices, ImportLinks links)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sector in _draft.Ships)
        {
            if (!links.Has(sector.Sector, choices))
            {
                yield return new("unknown-sector", "sectors.ships", $"There are ships in sector {sector.Sector}, which the document does not have.");
            }
            else if (!known.Add(sector.Sector))
            {
                yield return new("duplicate-sector", "sectors.ships", $"The ships of sector {sector.Sector} are in the document twice.");
            }
        }

        foreach (var ship in choices.FirstOfDuplicateShips ? [] : Duplicates)
        {
            yield return new("duplicate-ship", "sectors.ships", $"A ship is in two places: {ship}.");
        }
    }

    /// <summary>The ships by sector. Of a sector that tells of ships, and has none, that is told too.</summary>
    public ImmutableArray<SectorShips> Parked()
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        return [.. _draft.Ships.Select(sector => sector with { Ships = [.. sector.Ships.Where(ship => placed.Add(ship.Id))] })];
    }

    private static string Text(List<string> places) =>
        string.Join(", ", places.Take(MostPlaces)) + (places.Count > MostPlaces ? $" and {places.Count - MostPlaces} more" : "");
}
