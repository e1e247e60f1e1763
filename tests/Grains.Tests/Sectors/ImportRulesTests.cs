using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class ImportRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 30, 14, 33, 21, TimeSpan.Zero);
    private static readonly ImportChoices Strict = new(false, false);
    private static readonly ImportChoices Lenient = new(true, true);

    [Fact]
    public void Draft_BecomesAMap_BySectorsAndTunnels()
    {
        var check = Check(Maps.Draft(Maps.Sectors("2 1", "2->1 1->2:3"), Maps.Tunnel("1", "2", 4)) with { Ships = [Maps.Ships("1", "s1"), Maps.Ships("2")] });

        var import = check.Import!;
        Assert.Empty(check.Rejections);
        Assert.Equal(["1", "2"], import.Map.Sectors.Select(sector => sector.Id));
        Assert.Equal([new SectorLink("2", 3)], import.Map.Sectors[0].Links.AsEnumerable());
        Assert.Equal([new SectorLink("2", 4)], import.Map.Sectors[0].Tunnels.AsEnumerable());
        Assert.Equal((2, 0, 2, 1, 1), (check.Report.Sectors, check.Report.Stubs, check.Report.Links, check.Report.Tunnels, check.Report.Ships));
        Assert.Equal((1, "2"), (import.Map.Version, import.Settings?.StartSector));
    }

    [Fact]
    public void DanglingLinks_AreRefusedByName_OrGetStubs()
    {
        var draft = Maps.Draft(Maps.Sectors("1 2", "1->2 1->7 2->7"), Maps.Tunnel("8", "1"));

        var refused = Check(draft);
        var stubbed = Check(draft, Lenient);

        Assert.Equal(["dangling-link", "dangling-link", "dangling-link"], refused.Rejections.Select(rejection => rejection.Code));
        Assert.Contains(refused.Rejections, rejection => rejection.Message.StartsWith("1->7 ", StringComparison.Ordinal));
        Assert.Equal(["1->7", "2->7", "8->1"], refused.Report.DanglingLinks.AsEnumerable());
        Assert.Null(refused.Import);
        Assert.Equal(["1->7", "2->7", "8->1"], stubbed.Report.DanglingLinks.AsEnumerable());
        Assert.Equal(["7", "8"], stubbed.Import!.Map.Sectors.Where(sector => sector.IsStub).Select(sector => sector.Id));
        Assert.Equal((4, 2), (stubbed.Report.Sectors, stubbed.Report.Stubs));
        Assert.Equal([new SectorLink("1", 1)], stubbed.Import.Map.Sectors[^1].Tunnels.AsEnumerable());
    }

    [Fact]
    public void ShipInTwoPlaces_IsRefusedByName_OrStaysInTheFirst()
    {
        var draft = Maps.Draft(Maps.Sectors("1 2")) with { Ships = [Maps.Ships("2", "s1", "s2"), Maps.Ships("1", "s1")] };

        var refused = Check(draft);
        var first = Check(draft, Lenient);

        Assert.Equal("duplicate-ship", Assert.Single(refused.Rejections).Code);
        Assert.Equal(["s1: 2, 1"], refused.Report.DuplicateShips.AsEnumerable());
        Assert.Equal(["s1: 2, 1"], first.Report.DuplicateShips.AsEnumerable());
        Assert.Equal(["s1", "s2"], first.Import!.Ships[0].Ships.Select(ship => ship.Id));
        Assert.Empty(first.Import.Ships[1].Ships);
        Assert.Equal(2, first.Report.Ships);
    }

    [Fact]
    public void ShipInVeryManyPlaces_IsReportedInFew()
    {
        var ids = Enumerable.Range(1, 14).Select(number => $"{number}").ToArray();

        var check = Check(Maps.Draft(Maps.Sectors(string.Join(' ', ids))) with { Ships = [.. ids.Select(id => Maps.Ships(id, "s1"))] }, Lenient);

        Assert.Equal(["s1: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 4 more"], check.Report.DuplicateShips.AsEnumerable());
    }

    public static TheoryData<string, UniverseDraft> Wrong => new()
    {
        { "no-sectors", Maps.Draft([]) },
        { "duplicate-sector", Maps.Draft(Maps.Sectors("1 1")) },
        { "bad-id", Maps.Draft(Maps.Sectors("1 a/b")) },
        { "bad-id", Maps.Draft(Maps.Sectors("1")) with { Ships = [Maps.Ships("1", "no spaces")] } },
        { "duplicate-link", Maps.Draft(Maps.Sectors("1 2", "1->2 1->2:4")) },
        { "circular-link", Maps.Draft(Maps.Sectors("1", "1->1")) },
        { "duplicate-tunnel", Maps.Draft(Maps.Sectors("1 2"), Maps.Tunnel("1", "2"), Maps.Tunnel("1", "2", 3)) },
        { "unknown-sector", Maps.Draft(Maps.Sectors("1")) with { Ships = [Maps.Ships("9", "s1")] } },
        { "bad-start", Maps.Draft(Maps.Sectors("1")) with { Settings = new("9", null, null) } },
        { "bad-settings", Maps.Draft(Maps.Sectors("1")) with { Settings = new(null, -1, null) } },
        { "bad-settings", Maps.Draft(Maps.Sectors("1")) with { Settings = new(null, null, 0) } },
        { "out-of-range", Maps.Draft(Maps.Sectors("1 2", "1->2:-1")) },
        { "out-of-range", Maps.Draft(Maps.Sectors("1 2"), Maps.Tunnel("1", "2", maxUses: 0)) },
        { "out-of-range", Maps.Draft(Maps.Sectors("1 2"), Maps.Tunnel("1", "2", maxUses: 3, uses: 4)) },
        { "out-of-range", Maps.Draft([Maps.Sector("1") with { HazardLevel = double.NaN }]) },
        { "out-of-range", Maps.Draft([Maps.Sector("1") with { Position = new(double.PositiveInfinity, 0) }]) },
        { "too-long", Maps.Draft([Maps.Sector("1") with { Name = new('x', 401) }]) },
        { "unstorable-text", Maps.Draft([Maps.Sector("1") with { Beacon = "a\0b" }]) },
        { "too-many", Maps.Draft([.. Enumerable.Range(0, 20_001).Select(number => Maps.Sector($"{number}"))]) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhatIsWrong_IsRefusedByName(string code, UniverseDraft draft)
    {
        var check = Check(draft);

        Assert.Equal(code, Assert.Single(check.Rejections).Code);
        Assert.Null(check.Import);
    }

    [Fact]
    public void AllThatIsWrong_IsNamed_UpToAHundred()
    {
        var two = Check(Maps.Draft(Maps.Sectors("1 2 2", "1->9")));
        var many = Check(Maps.Draft([Maps.Sector("1", [.. Enumerable.Range(2, 300).Select(number => new SectorLink($"{number}", 1))])]) with { Settings = new("9999", null, null) });

        Assert.Equal(["dangling-link", "duplicate-sector"], two.Rejections.Select(rejection => rejection.Code).Order());
        Assert.Equal(ImportRules.MostNamed, many.Rejections.Length);
        Assert.Contains(many.Rejections, rejection => rejection.Code == "bad-start");
    }

    [Fact]
    public void LinkThatIsToldTwiceAlike_IsOne()
    {
        var check = Check(Maps.Draft(Maps.Sectors("1 2", "1->2:2 1->2:2")));

        Assert.Equal([new SectorLink("2", 2)], check.Import!.Map.Sectors[0].Links.AsEnumerable());
    }

    [Fact]
    public void NextMap_NamesWhatItLacksOfTheLast()
    {
        var before = Maps.None.Apply(Check(Maps.Draft(Maps.Sectors("1 2 3", "1->2"), Maps.Tunnel("1", "3"))).Import!);

        var next = Check(Maps.Draft(Maps.Sectors("1 2", "2->1"), Maps.Tunnel("2", "1")), before: before).Import!;

        Assert.Equal(2, next.Map.Version);
        Assert.Equal(["u1/3", "u1/tunnel/1-3"], next.Removed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2", null, null)]
    [InlineData("9", null, "1")]
    [InlineData("2", "1", "1")]
    [InlineData("9", "2", "2")]
    public void Settings_StayWhereTheDocumentHasNone_AsLongAsTheirStartIsThere(string before, string? told, string? expected)
    {
        var draft = Maps.Draft(Maps.Sectors("1 2")) with { Settings = told is null ? null : new(told, 7, null) };

        var import = Check(draft, settings: new(before, 500, 45)).Import!;

        Assert.Equal(expected, import.Settings?.StartSector);
        Assert.Equal(expected is null ? null : told is null ? 500 : 7, import.Settings?.StartingTurns);
    }

    private static ImportCheck Check(UniverseDraft draft, ImportChoices? choices = null, UniverseMapState? before = null, UniverseSettings? settings = null) =>
        ImportRules.Check(draft, choices ?? Strict, "u1", before ?? Maps.None, settings ?? UniverseSettings.Default, Now);
}
