using System.Text;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Ingestors.Sectors;

namespace OrleansGameState.Ingestors.Tests.Sectors;

public sealed class UniverseFileTests
{
    [Fact]
    public void Bundled_IsAWholeUniverse_OfWhichEverySectorCanBeReached()
    {
        var draft = UniverseFile.Read(File.ReadAllBytes(RepositoryFiles.Lantern));

        var sectors = draft.Sectors.ToDictionary(sector => sector.Id);
        Assert.Equal((60, 11), (sectors.Count, draft.Tunnels.Length));
        Assert.All(sectors.Values, sector => Assert.True(SectorKeys.IsId(sector.Id) && sector.Position is not null && sector.Links.All(link => sectors.ContainsKey(link.To)), sector.ToString()));
        Assert.All(draft.Tunnels, tunnel => Assert.Contains(sectors[tunnel.Chart.From].Tunnels, way => way.To == tunnel.Chart.To));
        Assert.Equal(6, draft.Ships.SelectMany(place => place.Ships).DistinctBy(ship => ship.Id).Count());
        Assert.Equal(new("1", 1000, 30), draft.Settings);
        Assert.Equal(sectors.Count, Reached(sectors, "1"));
    }

    [Fact]
    public void Read_OfADocument_TakesWhatItTells()
    {
        var draft = Read(
            """
            {"sectors": [
               {"id": "a", "name": "Alpha", "type": "NEBULA", "hazardLevel": 4.5, "x": 1, "y": -2.5, "beacon": "Hello.",
                "defenses": {"defenseDrones": 3, "mines": 1}, "ports": [{"id": "p", "name": "Port"}], "planets": [{"id": "q", "name": "Planet"}]},
               {"id": "b", "name": "", "type": "STANDARD", "ships": [{"id": "s", "name": "Ship", "type": "SCOUT"}]}],
             "links": [{"from": "a", "to": "b", "turnCost": 2, "twoWay": true}, {"from": "b", "to": "c"}],
             "tunnels": [{"from": "b", "to": "a", "type": "QUANTUM", "stability": 0.4, "status": "DEGRADING", "maxUses": 5, "currentUses": 2, "turnCost": 3}]}
            """);

        var (a, b) = (draft.Sectors[0], draft.Sectors[1]);
        Assert.Equal(("Alpha", "NEBULA", 4.5, "Hello.", new SectorDefenses(3, 0, 1)), (a.Name, a.Type, a.HazardLevel, a.Beacon, a.Defenses));
        Assert.Equal(new MapPosition(1, -2.5), a.Position);
        Assert.Equal((new Place("p", "Port"), new Place("q", "Planet")), (Assert.Single(a.Ports), Assert.Single(a.Planets)));
        Assert.Equal([new SectorLink("b", 2)], a.Links.ToArray());
        Assert.Equal([new SectorLink("a", 2), new("c", 1)], b.Links.ToArray());
        Assert.Equal([new SectorLink("a", 3)], b.Tunnels.ToArray());
        Assert.Null(b.Position);
        Assert.Equal(new("s", "Ship", "SCOUT"), Assert.Single(Assert.Single(draft.Ships).Ships));
        Assert.Equal(new(new("b", "a", "QUANTUM", 0.4, 3, 5), TunnelStatus.Degrading, 2), Assert.Single(draft.Tunnels));
        Assert.Null(draft.Settings);
    }

    private static UniverseDraft Read(string json) => UniverseFile.Read(Encoding.UTF8.GetBytes(json));

    private static int Reached(Dictionary<string, SectorChart> sectors, string start)
    {
        var reached = new HashSet<string> { start };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var sector))
        {
            foreach (var link in sectors[sector].Links.Where(link => reached.Add(link.To)))
            {
                waiting.Enqueue(link.To);
            }
        }

        return reached.Count;
    }
}
