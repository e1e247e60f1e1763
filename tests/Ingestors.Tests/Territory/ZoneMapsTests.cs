using System.Text;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class ZoneMapsTests
{
    private const string Zones = """{"zone_list":[{"zone_id":"2","name":{"en":"Indar"}},{"zone_id":"95","name":{"en":"VR"},"dynamic":"1"}]}""";
    private const string Regions = """{"map_region_list":[{"map_region_id":"1","zone_id":"2","facility_id":"11","facility_name":"A","facility_type_id":"7","facility_type":"Warpgate","location_x":"1.5","location_z":"-2"},{"map_region_id":"2","zone_id":"2"},{"map_region_id":"bad"},3]}""";
    private const string Links = """{"facility_link_list":[{"zone_id":"2","facility_id_a":"12","facility_id_b":"11"}]}""";

    [Fact]
    public void Map_IsMadeOfAllCollections()
    {
        var map = ZoneMaps.Of(Read(day: 1), 2)!;

        Assert.Equal("Indar", map.Name);
        Assert.Equal([new(1, 11, "A", 7, "Warpgate", 1.5, -2), new(2, null, "", 0, "", null, null)], map.Regions.AsEnumerable());
        Assert.Equal([new LatticeLink(11, 12)], map.Links.AsEnumerable());
    }

    [Fact]
    public void Map_ReadAnotherDay_HasAnotherVersionAndTheSameDigest()
    {
        var (first, second) = (ZoneMaps.Of(Read(day: 1), 2)!, ZoneMaps.Of(Read(day: 2), 2)!);

        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal(first.Digest, second.Digest);
    }

    [Fact]
    public void Map_WithOtherContent_HasAnotherDigest() =>
        Assert.NotEqual(
            ZoneMaps.Of(Read(day: 1), 2)!.Digest,
            ZoneMaps.Of(Read(day: 1, Regions.Replace("\"1.5\"", "\"1.6\"", StringComparison.Ordinal)), 2)!.Digest);

    [Fact]
    public void Map_OfAnInstance_IsThatOfItsDefinition() => Assert.Equal("VR", ZoneMaps.Of(Read(day: 1), 282198111)!.Name);

    [Fact]
    public void Map_BeforeRegionsWereRead_IsNotMade() => Assert.Null(ZoneMaps.Of(StaticData.Nothing.With(Answer("zone", Zones, 1)), 2));

    [Fact]
    public void MapAnswer_WithABadRegion_KeepsTheOthers()
    {
        var answer = Answer("map", """{"map_list":[{"ZoneId":"2","Regions":{"IsList":"1","Row":[{"RowData":{"RegionId":"5","FactionId":"1"}},{"RowData":{"RegionId":"4","FactionId":"2"}},{"RowData":{"RegionId":"6","FactionId":"9"}},{}]}}]}""", 1);
        var refusals = new List<FrameRefusal>();

        var map = MapAnswer.Read(answer.Rows[0], refusals)!;

        Assert.Equal([new(4, Faction.NewConglomerate), new(5, Faction.VanuSovereignty)], map.Owners.AsEnumerable());
        Assert.Equal(["FactionId", "RowData"], refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void MapAnswer_InAnotherOrder_HasTheSameDigest()
    {
        var one = Answer("map", """{"map_list":[{"ZoneId":"2","Regions":{"Row":[{"RowData":{"RegionId":"5","FactionId":"1"}},{"RowData":{"RegionId":"4","FactionId":"2"}}]}}]}""", 1);
        var other = Answer("map", """{"map_list":[{"ZoneId":"2","Regions":{"Row":[{"RowData":{"RegionId":"4","FactionId":"2"}},{"RowData":{"RegionId":"5","FactionId":"1"}}]}}]}""", 1);
        var changed = Answer("map", """{"map_list":[{"ZoneId":"2","Regions":{"Row":[{"RowData":{"RegionId":"4","FactionId":"2"}},{"RowData":{"RegionId":"5","FactionId":"3"}}]}}]}""", 1);

        Assert.Equal(DigestOf(one), DigestOf(other));
        Assert.NotEqual(DigestOf(one), DigestOf(changed));
    }

    private static string DigestOf(RestAnswer answer) => MapAnswer.Read(answer.Rows[0], [])!.Digest;

    private static StaticData Read(int day, string regions = Regions) =>
        StaticData.Nothing.With(Answer("zone", Zones, day)).With(Answer("map_region", regions, day)).With(Answer("facility_link", Links, day));

    private static RestAnswer Answer(string collection, string body, int day) => (RestAnswer)RestParser.Parse(
        RestFrames.Write(CensusRequest.Static(collection), new(2026, 1, day, 0, 0, 0, TimeSpan.Zero), 200, Encoding.UTF8.GetBytes(body)), out _)!;
}
