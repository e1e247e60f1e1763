using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrleansGameState.Gateway.StarSystems;

namespace OrleansGameState.Gateway.Tests.StarSystems;

public sealed class FeedMessagesTests
{
    [Fact]
    public void SystemTick_OfTheDocumentation_IsWrittenAsThere()
    {
        OrderedJson.Same(FeedExamples.GlieseJson, StarSystemJson.Write(FeedMessages.Of(FeedExamples.Gliese)));
        OrderedJson.Same(FeedExamples.HipJson, StarSystemJson.Write(FeedMessages.Of(FeedExamples.Hip)));
        OrderedJson.Same(FeedExamples.WolfJson, StarSystemJson.Write(FeedMessages.Of(FeedExamples.Wolf)));
    }

    [Fact]
    public void FactionChangesAndExpansion_OfTheDocumentation_AreWrittenAsThere()
    {
        OrderedJson.Same(FeedExamples.ArrivalJson, StarSystemJson.Write(FeedMessages.Of(FeedExamples.Arrival)));
        OrderedJson.Same(FeedExamples.ExpansionJson, StarSystemJson.Write(FeedMessages.Of(FeedExamples.Expansion)));
    }

    [Fact]
    public void SystemTick_WithMembersOfAnotherDetector_PassesThemOnBehindItsOwn()
    {
        var tick = FeedExamples.Wolf with { Extra = """{"pmf":true}""", Metrics = FeedExamples.Wolf.Metrics with { Extra = """{"security":{"level":"low"},"x":1.50}""" } };

        var written = JsonDocument.Parse(StarSystemJson.Write(FeedMessages.Of(tick))).RootElement;

        Assert.Equal(["metrics", "pmf"], written.EnumerateObject().Select(member => member.Name).TakeLast(2));
        Assert.Equal(["lockedInf", "security", "x"], written.GetProperty("metrics").EnumerateObject().Select(member => member.Name).TakeLast(3));
        Assert.Equal("1.50", written.GetProperty("metrics").GetProperty("x").GetRawText());
        Assert.Equal("low", written.GetProperty("metrics").GetProperty("security").GetProperty("level").GetString());
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(3, "0.1")]
    [InlineData(60, "1.0")]
    [InlineData(10338, "172.3")]
    [InlineData(86400 * 30, "43200.0")]
    public void TimeGapMins_IsTextWithOneDecimal(int seconds, string text) =>
        Assert.Equal(text, FeedMessages.Of(FeedExamples.Wolf with { Since = FeedExamples.Wolf.Timestamp.AddSeconds(-seconds) }).TimeGapMins);

    [Fact]
    public void Names_OutsideAscii_AreWrittenAsTheyAre()
    {
        var json = Encoding.UTF8.GetString(StarSystemJson.Write(FeedMessages.Of(FeedExamples.Wolf with { System = "Łódź + 'Ω'" })));

        Assert.Contains("\"system\":\"Łódź + 'Ω'\"", json, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Samples_RoundTripThroughOurMessages_KeepEveryMemberAndItsPlace()
    {
        var lines = File.ReadLines(Samples()).Select(line => JsonNode.Parse(line)!);

        var compared = 0;
        foreach (var line in lines.Where(line => (string?)line["topic"] == "SystemTick"))
        {
            var theirs = line["payload"]!;
            var ours = new[] { FeedExamples.Gliese, FeedExamples.Hip, FeedExamples.Wolf }.Single(tick => tick.System == (string)theirs["system"]!);
            var written = JsonNode.Parse(StarSystemJson.Write(FeedMessages.Of(ours)))!;
            Assert.Equal(Members(theirs), Members(written));
            Assert.Equal(Members(theirs["metrics"]!), Members(written["metrics"]!));
            compared++;
        }

        Assert.True(compared >= 3, $"{compared} ticks");

        static IEnumerable<string> Members(JsonNode node) => node.AsObject().Select(member => member.Key);
    }

    private static string Samples()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "OrleansGameState.sln")))
        {
            root = root.Parent;
        }

        Skip.If(root is null, "The tests run outside the repository, beside which the feed's recorded messages are.");
        var file = Path.GetFullPath(Path.Combine(root!.FullName, "..", "shared", "samples", "starsystems", "tickdetector_readme_examples.jsonl"));
        Skip.IfNot(File.Exists(file), $"The feed's recorded messages ({file}) are not at hand.");
        return file;
    }
}
