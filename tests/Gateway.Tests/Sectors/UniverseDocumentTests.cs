using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Sectors;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Tests.Sectors;

public sealed class UniverseDocumentTests
{
    private const string Document =
        """
        {"settings":{"startSector":1,"startingTurns":500,"sessionMinutes":10},
         "sectors":[
          {"id":1,"name":"Sol","type":"STANDARD","hazardLevel":0,"beacon":"Hello","ports":[{"id":"p-1","name":"Dock"}],"planets":[{"id":3}],"x":1.5,"y":-2,
           "ships":[{"id":"s-1","name":"Hulk","type":"BARGE"}]},
          {"id":"2","type":"NEBULA","hazardLevel":7.5,"defenses":{"defenseDrones":12,"fighters":3,"mines":1}}],
         "links":[{"from":1,"to":2,"turnCost":2,"twoWay":true},{"from":"2","to":"1","turnCost":2,"twoWay":true},{"from":1,"to":9}],
         "tunnels":[{"from":1,"to":2,"type":"QUANTUM","stability":0.4,"status":"DEGRADING","maxUses":5,"currentUses":2,"turnCost":3}]}
        """;

    [Fact]
    public void Document_OfOurForm_GivesItsDraft()
    {
        var draft = Read(Document).Draft!;

        Assert.Equal(new UniverseSettings("1", 500, 10), draft.Settings);
        Assert.Equal(["1", "2"], draft.Sectors.Select(sector => sector.Id));
        Assert.Equal([new SectorLink("2", 2), new SectorLink("9", 1)], draft.Sectors[0].Links.ToArray());
        Assert.Equal([new SectorLink("1", 2)], draft.Sectors[1].Links.ToArray());
        Assert.Equal((new MapPosition(1.5, -2), "Hello"), (draft.Sectors[0].Position, draft.Sectors[0].Beacon));
        Assert.Equal([new Place("3", "")], draft.Sectors[0].Planets.ToArray());
        Assert.Equal((7.5, new SectorDefenses(12, 3, 1)), (draft.Sectors[1].HazardLevel, draft.Sectors[1].Defenses));
        Assert.Equal(new TunnelDraft(new("1", "2", "QUANTUM", 0.4, 3, 5), TunnelStatus.Degrading, 2), Assert.Single(draft.Tunnels));
        var ships = Assert.Single(draft.Ships);
        Assert.Equal(("1", new Ship("s-1", "Hulk", "BARGE")), (ships.Sector, Assert.Single(ships.Ships)));
    }

    [Theory]
    [InlineData("""{"sectors":[{"id":1},{"id":2},{"id":3},{"id":"a b"}]}""", "sectors[3].id")]
    [InlineData("""{"sectors":[{"id":1},{"name":"Sol"}]}""", "sectors[1].id")]
    [InlineData("""{"sectors":[{"id":1,"hazard":2}]}""", "sectors[0].hazard")]
    [InlineData("""{"sectors":[{"id":1,"hazardLevel":"2"}]}""", "sectors[0].hazardLevel")]
    [InlineData("""{"sectors":[{"id":1,"hazardLevel":11}]}""", "sectors[0].hazardLevel")]
    [InlineData("""{"sectors":[{"id":1,"x":2}]}""", "sectors[0].y")]
    [InlineData("""{"sectors":[{"id":1,"ports":{}}]}""", "sectors[0].ports")]
    [InlineData("""{"sectors":[{"id":1,"ports":[{"id":"p"},{"id":"p!"}]}]}""", "sectors[0].ports[1].id")]
    [InlineData("""{"sectors":[{"id":1,"defenses":{"mines":-1}}]}""", "sectors[0].defenses.mines")]
    [InlineData("""{"sectors":[{"id":1,"ships":[{"name":"x"}]}]}""", "sectors[0].ships[0].id")]
    [InlineData("""{"sectors":[{"id":1,"name":"a\u0000"}]}""", "sectors[0].name")]
    [InlineData("""{"sectors":[{"id":1}],"links":[{"from":1,"to":1,"turnCost":1.5}]}""", "links[0].turnCost")]
    [InlineData("""{"sectors":[{"id":1}],"links":[{"from":8,"to":1}]}""", "links[0].from")]
    [InlineData("""{"sectors":[{"id":1}],"tunnels":[{"from":1,"to":1,"stability":2}]}""", "tunnels[0].stability")]
    [InlineData("""{"sectors":[{"id":1}],"tunnels":[{"from":1,"to":1,"status":"OPEN"}]}""", "tunnels[0].status")]
    [InlineData("""{"sectors":[{"id":1}],"tunnels":[{"from":1,"to":1,"maxUses":2,"currentUses":3}]}""", "tunnels[0].currentUses")]
    [InlineData("""{"sectors":[{"id":1}],"settings":{"startSector":[]}}""", "settings.startSector")]
    [InlineData("""{"sectors":[{"id":1}],"extra":1}""", "extra")]
    [InlineData("""{"sectors":[]}""", "sectors")]
    [InlineData("""{"sectors":{"6":{"sector_id":6},"7":{}}}""", "sectors.7.sector_id")]
    [InlineData("""{"sectors":{"6":{"sector_id":6,"adjacent_sectors":[{"to_sector":null}]}}}""", "sectors.6.adjacent_sectors[0].to_sector")]
    [InlineData("[]", "")]
    [InlineData("{", "")]
    [InlineData("""{"sectors":[{"id":1,"id":2}]}""", "")]
    [InlineData("""{"sectors":[{"id":"\ud800"}]}""", "")]
    public void Document_ThatCannotBeMeant_NamesThePlace(string json, string place)
    {
        var (draft, problem) = Read(json);

        Assert.Null(draft);
        Assert.Equal((400, place), (problem!.Status, problem.Field));
    }

    [Fact]
    public void Link_FromASectorThatIsNotThere_MakesAStubWhereToldTo()
    {
        var draft = Read("""{"sectors":[{"id":1}],"links":[{"from":8,"to":1},{"from":8,"to":9},{"from":1,"to":7,"twoWay":true}]}""", stubsAreMade: true).Draft!;

        Assert.Equal([("1", false), ("8", true)], draft.Sectors.Select(sector => (sector.Id, sector.IsStub)));
        Assert.Equal([new SectorLink("1", 1), new SectorLink("9", 1)], draft.Sectors[1].Links.ToArray());
        Assert.Equal([new SectorLink("7", 1)], draft.Sectors[0].Links.ToArray());
    }

    [Fact]
    public void WrittenUniverse_ReadAgain_IsTheSame()
    {
        var draft = Read(Document).Draft!;
        var map = new UniverseMap(3, draft.Sectors, draft.Tunnels);
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            UniverseWriter.Write(
                json,
                map,
                draft.Settings!,
                draft.Ships.ToDictionary(ships => ships.Sector, ships => (IReadOnlyList<Ship>)ships.Ships),
                new Dictionary<(string From, string To), WarpTunnelState>());
        }

        var again = Read(Encoding.UTF8.GetString(written.ToArray())).Draft!;

        Assert.Equal(SectorJson.Write(draft), SectorJson.Write(again));
    }

    [SkippableFact]
    public void Recording_OfARunningGame_IsReadWhole()
    {
        var file = Recording.Find();
        Skip.If(file is null, "The recording is not beside this repository.");

        var draft = RequestBody.Parse(File.ReadAllBytes(file), root => UniverseDocument.Read(root, stubsAreMade: false)).Value!;

        var ids = draft.Sectors.Select(sector => sector.Id).ToImmutableHashSet();
        Assert.Equal(2406, ids.Count);
        Assert.Equal(13684, draft.Sectors.Sum(sector => sector.Links.Length));
        Assert.Equal(254, draft.Sectors.SelectMany(sector => sector.Links).Count(link => !ids.Contains(link.To)));
        Assert.Equal(2433, draft.Ships.Sum(ships => ships.Ships.Length));
        Assert.Equal(10, draft.Ships.SelectMany(ships => ships.Ships).GroupBy(ship => ship.Id).Count(same => same.Count() > 1));
        var sixth = draft.Sectors.First(sector => sector.Id == "6");
        Assert.Equal(("Fedspace 6", "The Federation -- Do Not Dump!"), (sixth.Name, sixth.Beacon));
    }

    private static (UniverseDraft? Draft, Problem? Problem) Read(string json, bool stubsAreMade = false) =>
        RequestBody.Parse(Encoding.UTF8.GetBytes(json), root => UniverseDocument.Read(root, stubsAreMade));
}
