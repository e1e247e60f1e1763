using System.Text;
using System.Text.Json.Nodes;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>What others recorded of the real feeds, where it is at hand.</summary>
public sealed class RecordedTests
{
    private static readonly string[] Conflicts = ["War", "CivilWar", "Election"];

    [SkippableFact]
    public void Location_GivesTheKnownAnswers()
    {
        var seen = Observed(Recorded("location.json"));

        Assert.Equal(("Nuenets", 70078377, "V886 Centauri Future"), (seen.Name, seen.Population, seen.ControllingFaction));
        Assert.Equal(7, seen.Factions.Length);
        Assert.Equal(0.999999m, seen.Factions.Sum(faction => faction.Influence));
        var fighting = seen.Factions.Where(faction => faction.ActiveStates.Any(Conflicts.Contains)).ToArray();
        Assert.Equal((4, 0.56056m), (fighting.Length, fighting.Sum(faction => faction.Influence)));
        Assert.Equal(2, seen.Conflicts.Length);
        Assert.Equal(["Election", "Outbreak"], seen.Factions.Single(faction => faction.Name == "Collective of Independent Agents").ActiveStates.ToArray());
    }

    [SkippableTheory]
    [InlineData("location-invalid-systemaddress-null.json", FrameRefusal.BadField, "SystemAddress")]
    [InlineData("scan-invalid-JSON.json", FrameRefusal.MalformedJson, "")]
    public void InvalidMessages_AreRefusedByName(string file, string reason, string field)
    {
        var refusal = Refuse(ParseEddn(Recorded(file)));

        Assert.Equal((reason, field), (refusal.Reason, refusal.Field));
    }

    [SkippableTheory]
    [InlineData("scan-valid.json")]
    [InlineData("scan-invalid-no-softwarename.json")]
    [InlineData("scan-invalid-no-starpos.json")]
    [InlineData("scan-valid_but-value-looks-like-formencoding.json")]
    public void Scans_AreIgnored(string file) => Ignores(Refusals.OtherEvent, ParseEddn(Recorded(file)));

    [SkippableFact]
    public void JournalEvents_AreAllRead()
    {
        var events = Recorded("eddi_journal_events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(19, events.Length);

        Assert.All(events, line =>
        {
            var journal = JsonNode.Parse(line)!.AsObject();
            var seen = Observed(Envelope(journal));
            Assert.Equal((string)journal["StarSystem"]!, seen.Name);
            Assert.Equal(journal["Factions"]?.AsArray().Count ?? 0, seen.Factions.Length);
        });
        Assert.Equal(new(2018, 3, 25, 2, 59, 48, TimeSpan.Zero), Observed(Envelope(JsonNode.Parse(events[3])!)).ObservedAt);
        Assert.Equal("Mob of Eranin", Observed(Envelope(JsonNode.Parse(events[17])!)).ControllingFaction);
    }

    [SkippableFact]
    public void TickDetectorExamples_AreAllRead()
    {
        var messages = Recorded("tickdetector_readme_examples.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .Select(line => Read(ParseTick((string)line["topic"]!, line["payload"]!.ToJsonString())))
            .ToArray();

        Assert.Equal(2, messages.OfType<Heartbeat>().Count());
        var commands = messages.OfType<SystemMessage>().ToArray();
        Assert.Equal([1458309206762, 594609703259, 9467047650729, 3583923685739, 9468120868281], commands.Select(message => message.SystemAddress));
        var ticks = commands.Select(message => message.Command).OfType<ReportSystemTick>().Select(report => report.Tick).ToArray();
        Assert.All(ticks, tick => Assert.Equal(("", ""), (tick.Extra, tick.Metrics.Extra)));
        Assert.Equal([0.0037m, -0.0196m, -0.0154m], ticks.Select(tick => tick.Metrics.CmfInfDrop));
        Assert.Equal([new("Xbaquitae Gold Comms Exchange", 0.032m, 0.058m, "Active")], ticks[1].Metrics.AtRiskNNFactions.ToArray());
        Assert.Equal(0.1383m, commands.Select(message => message.Command).OfType<ReportExpansion>().Single().Expansion.InfDrop);
    }

    private static string Recorded(string name) => Encoding.UTF8.GetString(File.ReadAllBytes(RepositoryFiles.Recorded(name, "starsystems")));
}
