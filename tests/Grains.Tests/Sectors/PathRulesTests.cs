using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class PathRulesTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<(int From, int To, int Cost, bool IsTunnel)> Ways =
        from @from in Gen.Choose(0, 5)
        from to in Gen.Choose(0, 5)
        from cost in Gen.Choose(0, 4)
        from isTunnel in Gen.Elements(false, false, true)
        select (@from, to, cost, isTunnel);

    private static readonly Arbitrary<UniverseMap> SmallMaps = Arb.From(
        from ways in Gen.ArrayOf(Ways)
        select MapOf(ways.Where(way => way.From != way.To).DistinctBy(way => (way.From, way.To, way.IsTunnel)).ToArray()));

    private static readonly Arbitrary<int[]> AvoidLists = Arb.From(Gen.ArrayOf(Gen.Choose(1, 4)).Resize(3));

    [Fact]
    public void Path_IsNeverLongerThanAnyOther_AndKeepsToWhatThereIs() => Check.One(Many, Prop.ForAll(SmallMaps, AvoidLists, (map, avoid) =>
    {
        var avoided = avoid.Select(number => $"{number}").ToHashSet();
        var graph = new MapGraph(map);
        var answer = PathRules.Find(graph, "0", "5", avoided);
        var best = Cheapest(graph, "0", "5", avoided, ["0"]);
        return best is { } cost
            ? (answer.Rejection is null && (answer.Turns, answer.Steps.Length) == cost && IsWalkable(graph, answer, avoided)).Label($"{answer} instead of {cost}")
            : (answer.Rejection?.Code == "no-path").Label($"{answer} where there is none");
    }));

    [Fact]
    public void Path_ThatAvoidsASector_GoesAround()
    {
        var graph = Graph("1 2 3 4", "1->2 2->4 1->3:5 3->4:5");

        Assert.Equal((2, "2 4"), Told(PathRules.Find(graph, "1", "4", [])));
        Assert.Equal((10, "3 4"), Told(PathRules.Find(graph, "1", "4", ["2"])));
        Assert.Equal("no-path", PathRules.Find(graph, "1", "4", ["2", "3"]).Rejection?.Code);
    }

    [Fact]
    public void Path_MayBeginAndEndWhereOneWouldNotPass()
    {
        var graph = Graph("1 2 3", "1->2 2->3");

        Assert.Equal((2, "2 3"), Told(PathRules.Find(graph, "1", "3", ["1", "3"])));
    }

    [Fact]
    public void Path_OfTheSameTurns_IsTheOneOfFewerSteps_ThenOfTheLowerIds()
    {
        Assert.Equal((2, "4"), Told(PathRules.Find(Graph("1 2 4", "1->2 2->4 1->4:2"), "1", "4", [])));
        Assert.Equal((2, "2 4"), Told(PathRules.Find(Graph("1 2 3 4", "1->3 1->2 3->4 2->4"), "1", "4", [])));
    }

    [Fact]
    public void Path_GoesThroughTunnels_ThatTheMapHasOpen()
    {
        var sectors = Maps.Sectors("1 2 3", "1->2 2->3");

        var open = PathRules.Find(new(new(1, sectors, [Maps.Tunnel("1", "3")])), "1", "3", []);
        Assert.Equal([new PathStep("3", MoveVia.Tunnel, 1)], open.Steps.AsEnumerable());
        foreach (var closed in new[] { Maps.Tunnel("1", "3", status: TunnelStatus.Collapsed), Maps.Tunnel("1", "3", status: TunnelStatus.Forming), Maps.Tunnel("1", "3", maxUses: 2, uses: 2) })
        {
            Assert.Equal((2, "2 3"), Told(PathRules.Find(new(new(1, sectors, [closed])), "1", "3", [])));
        }
    }

    [Fact]
    public void Path_ToWhereOneIs_HasNoSteps() => Assert.Equal((0, ""), Told(PathRules.Find(Graph("1", ""), "1", "1", [])));

    [Theory]
    [InlineData("9", "1", "from")]
    [InlineData("1", "9", "to")]
    public void SectorThatTheMapDoesNotHave_IsUnknown(string from, string to, string field)
    {
        var rejection = PathRules.Find(Graph("1", ""), from, to, []).Rejection;

        Assert.Equal(("unknown-sector", field), (rejection?.Code, rejection?.Field));
    }

    [Fact]
    public void Scan_FindsTheNearestFirst_UpToItsDepth()
    {
        var graph = new MapGraph(new(1, Maps.Sectors("1 2 3 4 5", "1->2 2->1 2->3 3->4"), [Maps.Tunnel("1", "5")]));

        Assert.Equal([("1", 0), ("2", 1), ("5", 1), ("3", 2)], ScanRules.Find(graph, "1", 2).AsEnumerable());
        Assert.Equal([("1", 0)], ScanRules.Find(graph, "1", 0).AsEnumerable());
    }

    [Fact]
    public void Scan_FindsAThousandSectorsAtMost()
    {
        var star = Enumerable.Range(1, 1500).Select(number => new SectorLink($"{number}", 1)).ToImmutableArray();
        var graph = new MapGraph(new(1, [Maps.Sector("0", star), .. star.Select(link => Maps.Sector(link.To))], []));

        Assert.Equal(ScanRules.MostSectors, ScanRules.Find(graph, "0", 1).Length);
    }

    private static MapGraph Graph(string ids, string links) => new(new(1, Maps.Sectors(ids, links), []));

    private static (int Turns, string Steps) Told(PathAnswer answer) => (answer.Turns, string.Join(' ', answer.Steps.Select(step => step.To)));

    private static UniverseMap MapOf((int From, int To, int Cost, bool IsTunnel)[] ways) => new(
        1,
        [.. Enumerable.Range(0, 6).Select(id => Maps.Sector($"{id}", [.. ways.Where(way => way.From == id && !way.IsTunnel).Select(way => new SectorLink($"{way.To}", way.Cost))]))],
        [.. ways.Where(way => way.IsTunnel).Select(way => Maps.Tunnel($"{way.From}", $"{way.To}", way.Cost))]);

    // Every way without a circle, which is never cheaper with one.
    private static (int Turns, int Steps)? Cheapest(MapGraph graph, string from, string to, HashSet<string> avoid, ImmutableHashSet<string> been)
    {
        if (from == to)
        {
            return (0, 0);
        }

        return graph.From(from)
            .Where(step => !been.Contains(step.To) && !avoid.Contains(step.To))
            .Select(step => Cheapest(graph, step.To, to, avoid, been.Add(step.To)) is { } rest ? (rest.Turns + step.TurnCost, rest.Steps + 1) : ((int, int)?)null)
            .Where(cost => cost is not null)
            .Min();
    }

    private static bool IsWalkable(MapGraph graph, PathAnswer answer, HashSet<string> avoid)
    {
        var (at, turns) = ("0", 0);
        foreach (var step in answer.Steps)
        {
            if (!graph.From(at).Contains(step) || avoid.Contains(step.To))
            {
                return false;
            }

            (at, turns) = (step.To, turns + step.TurnCost);
        }

        return at == "5" && turns == answer.Turns;
    }
}
