using System.Globalization;
using System.Net;
using System.Text.Json;

namespace OrleansGameState.Gateway.Tests.Territory;

public sealed class PastTests(History history) : IClassFixture<History>
{
    private const string World = "/api/v1/territory/worlds/1";

    [Theory]
    [InlineData("2026-11-20T12:00:00Z", 0, 1)]
    [InlineData("2026-11-20T12:00:59.999999Z", 0, 1)]
    [InlineData("2026-11-20T12:01:00Z", 1, 2)]
    [InlineData("2026-11-20T14:02:30%2B02:00", 2, 1)]
    [InlineData("2026-11-20t12:03:00.5z", 3, 2)]
    [InlineData("2026-11-20T12:20:00Z", 20, 1)]
    [InlineData("2999-01-01T00:00:00Z", 20, 1)]
    public async Task Zone_AtAnInstant_IsAsItWasThen(string at, int minutes, int quarryOwner)
    {
        var zone = await history.Get($"{History.Zone}?at={at}");

        Assert.Equal(history.Settled + minutes, zone.GetProperty("sequence").GetInt64());
        Assert.Equal(History.Minute(minutes), zone.GetProperty("asOf").GetDateTimeOffset());
        Assert.Equal(quarryOwner, Owner(zone, 104));
        Assert.Equal("Sampar", zone.GetProperty("name").GetString());
        Assert.Equal(quarryOwner == 1 ? 2 : 1, zone.GetProperty("control")[0].GetProperty("facilities").GetInt32());
    }

    [Fact]
    public async Task Zone_AtItsLastEvent_IsWhatItIsNow()
    {
        var now = await history.Host.Client.GetStringAsync(History.Zone);

        Assert.Equal(now, await history.Host.Client.GetStringAsync($"{History.Zone}?at=2026-11-20T12:20:00Z"));
        Assert.Equal(now, await history.Host.Client.GetStringAsync($"{History.Zone}?at=2999-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task World_AtAnInstant_HasItsStateAndNothingMeasured()
    {
        var before = await history.Get($"{World}?at=2026-11-20T12:19:00Z");
        var after = await history.Get($"{World}?at=2026-11-20T12:20:00Z");

        Assert.Equal("Harrow", before.GetProperty("name").GetString());
        Assert.Equal("Harrow Reborn", after.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, before.GetProperty("capturesLastHour").ValueKind);
        Assert.Equal(JsonValueKind.Null, after.GetProperty("capturesLastHour").ValueKind);
        Assert.Equal(JsonValueKind.Null, after.GetProperty("feed").ValueKind);
    }

    [Fact]
    public async Task Zone_AtAnInstantThatIsOver_MayBeKept_AndOneThatMayStillChangeMayNot()
    {
        var over = await history.Host.Client.GetAsync($"{History.Zone}?at=2026-11-20T12:05:30Z");
        var same = await history.Host.Client.GetAsync($"{History.Zone}?at=2026-11-20T12:05:00Z");
        var last = await history.Host.Client.GetAsync($"{History.Zone}?at=2026-11-20T12:20:00Z");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{History.Zone}?at=2026-11-20T12:05:45Z");
        again.Headers.IfNoneMatch.Add(over.Headers.ETag!);

        Assert.Equal("public, max-age=3600, immutable", string.Join(", ", over.Headers.GetValues("Cache-Control")));
        Assert.Equal(over.Headers.ETag, same.Headers.ETag);
        Assert.Equal("no-cache", last.Headers.CacheControl!.ToString());
        Assert.NotEqual(over.Headers.ETag, last.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await history.Host.Client.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T12:00:00")]
    [InlineData("2026-11-20T12:00Z")]
    [InlineData("2026-11-20 12:00:00Z")]
    [InlineData("2026-11-20T12:00:00+02:00")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T12:00:00%2B0200")]
    [InlineData("2026-11-20T12:00:00Zjunk")]
    [InlineData("2026-11-20T12:00:00Z%0A")]
    [InlineData("yesterday")]
    [InlineData("1795176000")]
    [InlineData("2026-11-20T12:00:00Z&at=2026-11-20T12:01:00Z")]
    public async Task At_ThatIsNoInstant_IsAProblemWithAnExample(string at)
    {
        foreach (var path in new[] { History.Zone, World })
        {
            var (status, problem) = await history.Refused($"{path}?at={at}");

            Assert.Equal(400, status);
            Assert.Equal("at", problem.GetProperty("field").GetString());
            Assert.Contains("2026-05-01T12:00:00Z", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task At_BeforeTheFirstEvent_TellsSinceWhenSomethingIsKnown()
    {
        var (status, problem) = await history.Refused($"{History.Zone}?at=2026-11-20T11:59:59.999999Z");

        Assert.Equal((404, "at"), (status, problem.GetProperty("field").GetString()));
        Assert.Equal(Continent.Noon, problem.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(
            "territory/1/2 is known since 2026-11-20T12:00:00Z; at is 2026-11-20T11:59:59.999999Z, before that.",
            problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task At_BeforeWhatIsKept_TellsSoAndSinceWhenThereIsSomething()
    {
        const string Path = "/api/v1/territory/worlds/2/zones/2";
        var (status, problem) = await history.Refused($"{Path}?at=2026-11-20T12:20:00Z");
        var since = problem.GetProperty("since").GetDateTimeOffset();

        Assert.Equal((404, "at"), (status, problem.GetProperty("field").GetString()));
        Assert.Contains("is no longer kept", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(since > History.Minute(21), "Its first events are gone.");
        var oldest = await history.Get(string.Create(CultureInfo.InvariantCulture, $"{Path}?at={since.UtcDateTime:O}"));
        Assert.Equal(since, oldest.GetProperty("asOf").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("/worlds/9?at=2026-11-20T12:00:00Z", "worldId")]
    [InlineData("/worlds/9/zones/2?at=2026-11-20T12:00:00Z", "zoneId")]
    public async Task At_OfWhatWasNeverToldOf_NamesIt(string path, string field)
    {
        var (status, problem) = await history.Refused("/api/v1/territory" + path);

        Assert.Equal((404, field), (status, problem.GetProperty("field").GetString()));
        Assert.False(problem.TryGetProperty("since", out _));
    }

    [Theory]
    [InlineData("from=2026-11-20T12:03:00Z&to=2026-11-20T12:06:00Z", 3, 5)]
    [InlineData("from=2026-11-20T12:03:00.000001Z&to=2026-11-20T12:06:00.000001Z", 4, 6)]
    [InlineData("from=2026-11-20T12:18:00Z", 18, 20)]
    [InlineData("from=2026-11-20T12:03:00Z&to=2026-11-20T12:03:00Z", 1, 0)]
    [InlineData("from=2026-11-20T12:03:00Z&to=2026-11-20T12:16:00Z&limit=2", 3, 4)]
    [InlineData("from=2026-11-20T14:19:00%2B02:00&to=2999-01-01T00:00:00Z", 19, 20)]
    [InlineData("from=2030-01-01T00:00:00Z", 1, 0)]
    public async Task Events_BetweenTwoInstants_AreThoseCommittedThen(string query, int first, int last)
    {
        var page = await history.Get($"{History.Zone}/events?{query}");

        Assert.Equal(
            Enumerable.Range(first, last - first + 1).Select(minute => history.Settled + minute),
            page.GetProperty("events").EnumerateArray().Select(fact => fact.GetProperty("sequence").GetInt64()));
        Assert.Equal(history.Latest, page.GetProperty("latest").GetInt64());
    }

    [Fact]
    public async Task Events_BetweenTwoInstantsAfterASequence_ArePaged()
    {
        var read = new List<long> { 0 };
        while (true)
        {
            var page = await history.Get(string.Create(
                CultureInfo.InvariantCulture,
                $"{History.Zone}/events?to=2026-11-20T12:05:00Z&limit=2&after={read[^1]}"));
            var sequences = page.GetProperty("events").EnumerateArray().Select(fact => fact.GetProperty("sequence").GetInt64()).ToArray();
            if (sequences.Length == 0)
            {
                break;
            }

            read.AddRange(sequences);
        }

        Assert.Equal(Enumerable.Range(0, (int)history.Settled + 5).Select(sequence => (long)sequence), read);
    }

    [Fact]
    public async Task Events_OfAWorld_MayBeBoundedToo()
    {
        var page = await history.Get($"{World}/events?from=2026-11-20T12:20:00Z&to=2026-11-20T12:20:01Z");

        var fact = Assert.Single(page.GetProperty("events").EnumerateArray());
        Assert.Equal("Harrow Reborn", fact.GetProperty("event").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("from=now", "from")]
    [InlineData("to=2026-11-20", "to")]
    [InlineData("from=2026-11-20T12:06:00Z&to=2026-11-20T12:05:59Z", "to")]
    [InlineData("from=2026-11-20T12:06:00Z&to=2026-11-20T12:07:00Z&limit=0", "limit")]
    [InlineData("from=2026-11-20T12:06:00Z&after=x", "after")]
    public async Task Events_WithAWrongBound_NameIt(string query, string field)
    {
        var (status, problem) = await history.Refused($"{History.Zone}/events?{query}");

        Assert.Equal((400, field), (status, problem.GetProperty("field").GetString()));
    }

    private static int Owner(JsonElement zone, int facilityId) => zone.GetProperty("facilities").EnumerateArray()
        .Single(facility => facility.GetProperty("facilityId").GetInt32() == facilityId)
        .GetProperty("factionId").GetInt32();
}
