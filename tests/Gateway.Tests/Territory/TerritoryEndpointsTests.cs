using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Tests.Territory;

[Collection(SharedGateway.Name)]
public sealed class TerritoryEndpointsTests(SharedGateway shared)
{
    private const string Worlds = "/api/v1/territory/worlds";

    [Fact]
    public async Task Zone_WithCaptures_ShowsOwnersControlAndSequence()
    {
        var settled = await Continent.Settle(shared.Host, 101);
        var latest = await Continent.Fight(shared.Host, 101, 1);

        var zone = await Get($"{Worlds}/101/zones/2");

        Assert.Equal(settled + 1, latest);
        Assert.Equal(latest, zone.GetProperty("sequence").GetInt64());
        Assert.Equal("Sampar", zone.GetProperty("name").GetString());
        Assert.Equal("open", zone.GetProperty("status").GetString());
        Assert.Equal("2026-11-20", zone.GetProperty("mapVersion").GetString());
        Assert.EndsWith("Z", zone.GetProperty("asOf").GetString(), StringComparison.Ordinal);
        var quarry = zone.GetProperty("facilities").EnumerateArray().Single(facility => facility.GetProperty("facilityId").GetInt32() == 104);
        Assert.Equal(2, quarry.GetProperty("factionId").GetInt32());
        Assert.Equal("37509488620604883", quarry.GetProperty("outfitId").GetString());
        Assert.Equal("facilityControl", quarry.GetProperty("source").GetString());
        Assert.Equal("2026-11-20T12:01:00Z", quarry.GetProperty("capturedAt").GetString());
        Assert.Equal(4, zone.GetProperty("links").GetArrayLength());
        Assert.Equal(2, zone.GetProperty("control")[1].GetProperty("factionId").GetInt32());
        Assert.Equal(2, zone.GetProperty("control")[1].GetProperty("facilities").GetInt32());
        Assert.Equal(JsonValueKind.Null, zone.GetProperty("lockedBy").ValueKind);
        Assert.Equal(JsonValueKind.Null, zone.GetProperty("alert").ValueKind);
    }

    [Fact]
    public async Task Zone_UnlistedFacility_IsNamedByItsId()
    {
        await Continent.Settle(shared.Host, 102);
        await shared.Host.Zone(102, 2).Execute(new ReportFacilityControl(310088, Faction.TerranRepublic, Faction.NewConglomerate, 5, null, Continent.Noon.AddMinutes(1)));

        var zone = await Get($"{Worlds}/102/zones/2");

        // Unknown facilities may be refused by the kernel; what the zone holds is what is shown.
        var state = (await shared.Host.Zone(102, 2).GetSnapshot()).State;
        var shown = zone.GetProperty("facilities").EnumerateArray().Select(facility => facility.GetProperty("facilityId").GetInt32());
        Assert.Equal(Continent.Map.Regions.Select(region => region.FacilityId!.Value).Union(state.Facilities.Keys).Order(), shown.Order());
    }

    [Fact]
    public async Task Worlds_AfterAZoneWasTold_ListsTheWorldWithItsZone()
    {
        await Continent.Settle(shared.Host, 103);
        await shared.Host.World(103).Execute(new DescribeWorld("Wainwright"));
        await shared.Host.Zone(103, 2).DeliverPending();
        await shared.Host.World(103).DeliverPending();
        await shared.Host.World(103).ReportFeed(new(null, Continent.Noon, 12.5, 3, 1, null, System.Collections.Immutable.ImmutableSortedDictionary<string, long>.Empty.Add("duplicate", 3), "live"));

        var worlds = (await Get(Worlds)).GetProperty("worlds").EnumerateArray();
        var listed = worlds.Single(world => world.GetProperty("worldId").GetInt32() == 103);
        var alone = await Get($"{Worlds}/103");

        Assert.Equal("Wainwright", listed.GetProperty("name").GetString());
        Assert.Equal("Sampar", alone.GetProperty("zones")[0].GetProperty("name").GetString());
        Assert.Equal("open", alone.GetProperty("zones")[0].GetProperty("status").GetString());
        Assert.Equal(0, alone.GetProperty("capturesLastHour").GetProperty("1").GetInt32());
        Assert.Equal("live", alone.GetProperty("feed").GetProperty("mode").GetString());
        Assert.Equal(3, alone.GetProperty("feed").GetProperty("refusals").GetProperty("duplicate").GetInt32());
        Assert.Equal("2026-11-20T12:00:00Z", alone.GetProperty("feed").GetProperty("lastAcceptedAt").GetString());
    }

    [Fact]
    public async Task Events_ByPages_AreEachSequenceOnce()
    {
        await Continent.Settle(shared.Host, 104);
        var latest = await Continent.Fight(shared.Host, 104, 7);
        var sequences = new List<long>();

        while (sequences.LastOrDefault() < latest)
        {
            var page = await Get(string.Create(CultureInfo.InvariantCulture, $"{Worlds}/104/zones/2/events?after={sequences.LastOrDefault()}&limit=3"));
            Assert.Equal(latest, page.GetProperty("latest").GetInt64());
            Assert.Equal(1, page.GetProperty("oldest").GetInt64());
            sequences.AddRange(page.GetProperty("events").EnumerateArray().Select(envelope => envelope.GetProperty("sequence").GetInt64()));
        }

        Assert.Equal(Enumerable.Range(1, (int)latest).Select(n => (long)n), sequences);
    }

    [Fact]
    public async Task Event_OfACapture_CarriesTheFactWithItsIdsAsText()
    {
        await Continent.Settle(shared.Host, 105);
        var latest = await Continent.Fight(shared.Host, 105, 1);

        var page = await Get(string.Create(CultureInfo.InvariantCulture, $"{Worlds}/105/zones/2/events?after={latest - 1}"));

        var envelope = Assert.Single(page.GetProperty("events").EnumerateArray());
        var fact = envelope.GetProperty("event");
        Assert.Equal("territory/105/2", envelope.GetProperty("topic").GetString());
        Assert.Equal("facilityCaptured", fact.GetProperty("type").GetString());
        Assert.Equal("37509488620604883", fact.GetProperty("outfitId").GetString());
        Assert.Equal(60, fact.GetProperty("heldSeconds").GetInt64());
        Assert.Equal(2, fact.GetProperty("newFaction").GetInt32());
        Assert.Equal("facilityControl", fact.GetProperty("source").GetString());
    }

    [Fact]
    public async Task Zone_KnownByItsETag_IsNotSentAgainUntilItChanges()
    {
        await Continent.Settle(shared.Host, 106);
        var first = await shared.Host.Client.GetAsync($"{Worlds}/106/zones/2");

        var unchanged = await GetIfNoneMatch($"{Worlds}/106/zones/2", first.Headers.ETag!.Tag);
        await Continent.Fight(shared.Host, 106, 1);
        var changed = await GetIfNoneMatch($"{Worlds}/106/zones/2", first.Headers.ETag.Tag);

        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(first.Headers.ETag, unchanged.Headers.ETag);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task World_KnownByItsETag_IsNotSentAgain()
    {
        await shared.Host.World(107).Execute(new DescribeWorld("Osprey"));
        var first = await shared.Host.Client.GetAsync($"{Worlds}/107");

        var again = await GetIfNoneMatch($"{Worlds}/107", first.Headers.ETag!.Tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/x", 400, "worldId")]
    [InlineData("/0", 400, "worldId")]
    [InlineData("/-1", 400, "worldId")]
    [InlineData("/99999999999", 400, "worldId")]
    [InlineData("/999", 404, "worldId")]
    [InlineData("/999/events", 404, "worldId")]
    [InlineData("/999/stream", 404, "worldId")]
    [InlineData("/999/zones/2", 404, "zoneId")]
    [InlineData("/999/zones/2/events", 404, "zoneId")]
    [InlineData("/999/zones/2/stream", 404, "zoneId")]
    [InlineData("/999/zones/two", 400, "zoneId")]
    [InlineData("/999/zones/0", 400, "zoneId")]
    [InlineData("/1.5/zones/2", 400, "worldId")]
    [InlineData("/999/zones/2/events?after=x", 400, "after")]
    [InlineData("/999/zones/2/events?after=-1", 400, "after")]
    [InlineData("/999/zones/2/events?limit=0", 400, "limit")]
    [InlineData("/999/zones/2/events?limit=1001", 400, "limit")]
    [InlineData("/999/zones/2/stream?after=x", 400, "after")]
    public async Task Request_WithAWrongOrUnknownValue_IsAProblemNamingTheField(string path, int status, string field)
    {
        var response = await shared.Host.Client.GetAsync(Worlds + path);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }

    private async Task<JsonElement> Get(string path)
    {
        var response = await shared.Host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> GetIfNoneMatch(string path, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"other\", W/{etag}");
        return await shared.Host.Client.SendAsync(request);
    }
}
