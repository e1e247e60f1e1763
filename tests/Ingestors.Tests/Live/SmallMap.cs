namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>Three facilities, 101 to 103, of one zone, 4, of one world, 10.</summary>
internal static class SmallMap
{
    private const string Zones = """{"zone_list":[{"zone_id":"4","name":{"en":"Hossin"}}]}""";
    private const string Worlds = """{"world_list":[{"world_id":"10","name":{"en":"Miller"}}]}""";
    private const string Regions = """{"map_region_list":[{"map_region_id":"1","zone_id":"4","facility_id":"101","facility_name":"A"},{"map_region_id":"2","zone_id":"4","facility_id":"102","facility_name":"B"},{"map_region_id":"3","zone_id":"4","facility_id":"103","facility_name":"C"}]}""";
    private const string Links = """{"facility_link_list":[{"zone_id":"4","facility_id_a":"101","facility_id_b":"102"}]}""";

    /// <summary>A REST service that knows the map, and answers polls with the body given.</summary>
    public static async Task<FakeCensus> Census(string map)
    {
        var census = await FakeCensus.StartAsync();
        (census.Bodies["map"], census.Bodies["zone"], census.Bodies["world"], census.Bodies["map_region"], census.Bodies["facility_link"]) = (map, Zones, Worlds, Regions, Links);
        return census;
    }

    /// <summary>The answer to a poll: the owners of 101, 102 and 103.</summary>
    public static string Map(params int[] owners) =>
        $$$"""{"map_list":[{"ZoneId":"4","Regions":{"IsList":"1","Row":[{{{string.Join(',', owners.Select((owner, index) => $$$$"""{"RowData":{"RegionId":"{{{{index + 1}}}}","FactionId":"{{{{owner}}}}"}}"""))}}}]}}],"returned":1}""";
}
