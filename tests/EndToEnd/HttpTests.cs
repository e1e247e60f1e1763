using System.Net;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

[Collection(ReplayedServer.Collection)]
public sealed class HttpTests(ReplayedServer replayed)
{
    private GameStateServer Server => replayed.Server;

    [Theory]
    [InlineData("api/v1/territory/worlds/77", HttpStatusCode.NotFound, "worldId")]
    [InlineData("api/v1/territory/worlds/10/zones/6", HttpStatusCode.NotFound, "zoneId")]
    [InlineData("api/v1/territory/worlds/ten", HttpStatusCode.BadRequest, "worldId")]
    [InlineData("api/v1/territory/worlds/10/zones/-1", HttpStatusCode.BadRequest, "zoneId")]
    [InlineData("api/v1/territory/worlds/10/zones/2/events?after=x", HttpStatusCode.BadRequest, "after")]
    [InlineData("api/v1/territory/worlds/10/zones/2/events?limit=0", HttpStatusCode.BadRequest, "limit")]
    public async Task Get_OfWhatIsNotThere_IsAProblemThatNamesTheField(string path, HttpStatusCode status, string field)
    {
        using var response = await Server.Http.GetAsync(new Uri(path, UriKind.Relative));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
    }

    [Fact]
    public async Task Get_WithTheETagItGave_IsNotSentAgain()
    {
        using var first = await Server.Http.GetAsync(new Uri(ReplayedServer.ZonePath, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, ReplayedServer.ZonePath);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await Server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("healthz", "")]
    [InlineData("readyz", "")]
    [InlineData("metrics", "# TYPE")]
    [InlineData("openapi/v1.json", "/api/v1/territory/worlds/{worldId}/zones/{zoneId}")]
    [InlineData("", "<html")]
    public async Task Get_OfWhatOperatorsAndReadersNeed_Answers(string path, string content)
    {
        using var response = await Server.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(content, await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Events_ReadInPages_HaveNoHoles()
    {
        var latest = (long)(await Server.Get(ReplayedServer.ZonePath))["sequence"]!;
        var sequences = new List<long>();
        long after = (long)(await Server.Get($"{ReplayedServer.ZonePath}/events?after=0&limit=1"))["oldest"]! - 1;
        while (after < latest)
        {
            var page = (await Server.Get($"{ReplayedServer.ZonePath}/events?after={after}&limit=50"))["events"]!.AsArray();
            Assert.InRange(page.Count, 1, 50);
            sequences.AddRange(page.Select(happened => (long)happened!["sequence"]!));
            after = sequences[^1];
        }

        Assert.Equal(Enumerable.Range(0, sequences.Count).Select(n => sequences[0] + n), sequences);
        Assert.Equal(latest, sequences[^1]);
    }

    [SkippableFact]
    public async Task WebSocket_AskedNonsense_SaysWhatWasWrongAndStaysOpen()
    {
        await using var client = await ForeignClient.NodeWebSocket(
            Server,
            "not json",
            """{"op":"dance"}""",
            """{"op":"subscribe"}""",
            """{"op":"subscribe","topic":"territory/ten"}""",
            """{"op":"ping"}""");

        var answers = await client.Until(answer => (string?)answer["op"] == "pong");

        Assert.Equal(5, answers.Count);
        Assert.All(answers.SkipLast(1), answer =>
        {
            Assert.Equal("error", (string?)answer["op"]);
            Assert.False(string.IsNullOrEmpty((string?)answer["code"]));
            Assert.False(string.IsNullOrEmpty((string?)answer["message"]));
        });
        Assert.Equal("topic", (string?)answers[3]["field"]);
    }
}
