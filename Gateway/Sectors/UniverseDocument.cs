using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>
/// Reads a universe's document: <c>{"settings","sectors":[..],"links":[..],"tunnels":[..]}</c>. Whether it makes sense as a
/// whole is the map's to say.
/// </summary>
internal static class UniverseDocument
{
    public const int MostTurnCost = 1_000_000;

    public const int MostSessionMinutes = 10_080;

    /// <summary>The draft that a document tells of, in this form or in that of recordings (<see cref="RecordedUniverse"/>).</summary>
    /// <param name="root">The document.</param>
    /// <param name="stubsAreMade">Whether a link from a sector that is not there makes a stub of it, or is a problem.</param>
    public static UniverseDraft Read(StrictObject root, bool stubsAreMade)
    {
        if (RecordedUniverse.IsOne(root))
        {
            return RecordedUniverse.Read(root);
        }

        var settings = root.Object("settings") is { } told ? Settings(told) : null;
        var drafts = root.Objects("sectors").Select(Sector).ToList();
        var links = new DraftedLinks([.. drafts.Select(draft => draft.Chart.Id)], stubsAreMade);
        foreach (var link in root.Objects("links"))
        {
            links.Add(link);
        }

        ImmutableArray<TunnelDraft> tunnels = [.. root.Objects("tunnels").Select(Tunnel)];
        if (drafts.Count == 0)
        {
            root.Refuse("sectors", "is missing or empty");
        }

        root.Done();
        return new(
            [.. drafts.Select(draft => links.TakenBy(draft.Chart)), .. links.Stubs()],
            tunnels,
            [.. drafts.Where(draft => draft.Ships is not null).Select(draft => draft.Ships!)],
            settings);
    }

    public static Ship Ship(StrictObject ship)
    {
        var read = new Ship(ship.Id("id"), ship.Text("name", SectorChecks.LongestName), ship.Text("type", SectorChecks.LongestName));
        ship.Done();
        return read;
    }

    public static Place Place(StrictObject place, string id = "id") => new(place.Id(id), place.Text("name", SectorChecks.LongestName));

    private static UniverseSettings Settings(StrictObject settings)
    {
        var read = new UniverseSettings(
            settings.OptionalId("startSector"),
            settings.Whole("startingTurns", 0, SectorChecks.MostTurns),
            settings.Whole("sessionMinutes", 1, MostSessionMinutes));
        settings.Done();
        return read;
    }

    private static (SectorChart Chart, SectorShips? Ships) Sector(StrictObject sector)
    {
        var id = sector.Id("id");
        var chart = new SectorChart(
            id,
            sector.Text("name", SectorChecks.LongestName),
            sector.Text("type", SectorChecks.LongestName) is { Length: > 0 } type ? type : SectorTypes.Standard,
            sector.Number("hazardLevel", 0, 10) ?? 0,
            sector.Object("defenses") is { } defenses ? Defenses(defenses) : SectorDefenses.None,
            sector.OptionalText("beacon", SectorChecks.LongestBeacon),
            [.. sector.Objects("ports").Select(DonePlace)],
            [.. sector.Objects("planets").Select(DonePlace)],
            [],
            [],
            Position(sector),
            sector.Flag("isStub") ?? false);
        var ships = sector.Has("ships") ? new SectorShips(id, [.. sector.Objects("ships").Select(Ship)]) : null;
        sector.Done();
        return (chart, ships);
    }

    private static Place DonePlace(StrictObject place)
    {
        var read = Place(place);
        place.Done();
        return read;
    }

    private static SectorDefenses Defenses(StrictObject defenses)
    {
        var read = new SectorDefenses(
            defenses.Whole("defenseDrones", 0, int.MaxValue) ?? 0,
            defenses.Whole("fighters", 0, int.MaxValue) ?? 0,
            defenses.Whole("mines", 0, int.MaxValue) ?? 0);
        defenses.Done();
        return read;
    }

    private static MapPosition? Position(StrictObject sector)
    {
        const double Farthest = 1e12;
        var (x, y) = (sector.Number("x", -Farthest, Farthest), sector.Number("y", -Farthest, Farthest));
        if ((x is null) != (y is null))
        {
            sector.Refuse(x is null ? "x" : "y", "is missing; a sector has both x and y, or neither");
        }

        return x is { } across && y is { } down ? new(across, down) : null;
    }

    private static TunnelDraft Tunnel(StrictObject tunnel)
    {
        var most = tunnel.Whole("maxUses", 1, SectorChecks.MostTurns);
        var uses = tunnel.Whole("currentUses", 0, SectorChecks.MostTurns);
        var read = new TunnelDraft(
            new(
                tunnel.Id("from"),
                tunnel.Id("to"),
                tunnel.Text("type", SectorChecks.LongestName) is { Length: > 0 } type ? type : "NATURAL",
                tunnel.Number("stability", 0, 1) ?? 1,
                tunnel.Whole("turnCost", 0, MostTurnCost) ?? 1,
                most),
            tunnel.Word<TunnelStatus>("status", SectorWire.Of),
            uses);
        if (uses > most)
        {
            tunnel.Refuse("currentUses", $"is {uses}; maxUses is {most}");
        }

        tunnel.Done();
        return read;
    }
}
