using System.Text;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class RestParserTests
{
    private static readonly DateTimeOffset Asked = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableTheory]
    [InlineData("error_bad-request-syntax.json", "bad-request", false)]
    [InlineData("error_empty-url.json", "server-error", true)]
    [InlineData("error_fallback.json", "unknown-error", true)]
    [InlineData("error_invalid-field_show.json", "invalid-search-term", false)]
    [InlineData("error_invalid-field_term.json", "invalid-search-term", false)]
    [InlineData("error_invalid-namespace.json", "no-data", false)]
    [InlineData("error_invalid-value_limit.json", "invalid-search-term", false)]
    [InlineData("error_invalid-value_regex.json", "invalid-search-term", false)]
    [InlineData("error_invalid-value_term.json", "invalid-search-term", false)]
    [InlineData("error_server-error_generic.json", "server-error", true)]
    [InlineData("error_server-error_specific.json", "server-error", true)]
    [InlineData("error_service-id_invalid.json", "service-id", false)]
    [InlineData("error_service-id_missing.json", "service-id", false)]
    [InlineData("error_service-unavailable.json", "service-unavailable", true)]
    [InlineData("error_unknown-collection.json", "no-data", false)]
    public void ErrorBody_OfTheRealService_IsToldApartFromAnEmptyAnswer(string file, string kind, bool isTransient)
    {
        var error = Assert.IsType<RestError>(Reply("map", 200, File.ReadAllText(RepositoryFiles.Recorded(file))));

        Assert.Equal((kind, isTransient), (error.Kind, error.IsTransient));
    }

    [Theory]
    [InlineData(200, "<html>maintenance</html>", "not-json", true)]
    [InlineData(200, """{"map_list":[{"Zone""", "not-json", true)]
    [InlineData(200, "[]", "not-json", true)]
    [InlineData(200, """{"returned":0}""", "unexpected-body", true)]
    [InlineData(200, """{"world_list":[{}]}""", "unexpected-body", true)]
    [InlineData(503, "<html>", "http-503", true)]
    [InlineData(404, "", "http-404", false)]
    [InlineData(429, "{}", "http-429", true)]
    [InlineData(503, """{"error":"service_unavailable"}""", "service-unavailable", true)]
    [InlineData(0, "no route to host", "unreachable", true)]
    public void AnythingButAnAnswer_IsAnError(int status, string body, string kind, bool isTransient)
    {
        var error = Assert.IsType<RestError>(Reply("map", status, body));

        Assert.Equal((kind, isTransient), (error.Kind, error.IsTransient));
    }

    [Fact]
    public void EmptyList_IsAnEmptyAnswer() => Assert.IsType<RestEmpty>(Reply("map", 200, """{"map_list":[],"returned":0}"""));

    [Fact]
    public void Answer_KeepsItsQuestion()
    {
        var content = RestFrames.Write(CensusRequest.Factions([7, 8]), Asked, 200, Encoding.UTF8.GetBytes("""{"character_list":[{"character_id":"7"}]}"""));

        var answer = Assert.IsType<RestAnswer>(RestParser.Parse(content, out var refusal));

        Assert.Null(refusal);
        Assert.Equal([7, 8], answer.Subject.CharacterIds.AsEnumerable());
        Assert.Equal(Asked, answer.Subject.RequestedAt);
        Assert.Single(answer.Rows);
    }

    [SkippableTheory]
    [InlineData("map_region")]
    [InlineData("facility_link")]
    [InlineData("zone")]
    [InlineData("world")]
    public void StaticCollection_OfTheRealService_IsRead(string collection)
    {
        var answer = Assert.IsType<RestAnswer>(Reply(collection, 200, File.ReadAllText(RepositoryFiles.Recorded($"{collection}.json"))));

        var data = StaticData.Nothing.With(answer);

        Assert.Equal(DateOnly.FromDateTime(Asked.UtcDateTime), data.Version);
        Assert.True(data.Worlds?.Count > 3 || data.Zones?.Count > 3 || data.Regions?.Count > 3 || data.Links?.Count > 0);
    }

    private static RestReply Reply(string collection, int status, string body) =>
        RestParser.Parse(RestFrames.Write(CensusRequest.Static(collection), Asked, status, Encoding.UTF8.GetBytes(body)), out _)!;
}
