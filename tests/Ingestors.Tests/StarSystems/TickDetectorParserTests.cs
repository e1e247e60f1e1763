using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

public sealed class TickDetectorParserTests
{
    private const string Whole = """
        {"system":"Wolf 497","systemAddress":"9467047650729","schema":"notYetImplemented","timeGapMins":"1174.4","timestamp":"2026-05-16T14:18:49Z","dayCount":3,"isColony":true,
         "metrics":{"tickPass":"Either","stateChange":true,"infChange":true,"infStates":true,"cmfInf":0.661323,"cmfName":"Alchemy Den","cmfHasExpanded":true,"cmfInfDrop":-0.0154,
          "cmfExpansionTax":true,"conflictEnded":true,"factionChanges":{"retreated":["Z","A","Z"],"arrived":["B"]},
          "atRiskNNFactions":[{"name":"C","newInf":0.032,"previousInf":"0.058","retreatState":"Active"}],"facCount":7,"population":1927340,"allFacSwing":0.01921,
          "BGSActivityEstimate":{"label":"High","value":0.5,"valueAdj":0.25,"bars":4},"activeConflictCount":1,"lockedInf":0.13527}}
        """;

    [Fact]
    public void SystemTick_IsReadWhole()
    {
        var message = Assert.IsType<SystemMessage>(Read(ParseTick("SystemTick", Whole)));

        Assert.Equal(9467047650729, message.SystemAddress);
        var tick = Assert.IsType<ReportSystemTick>(message.Command).Tick;
        var timestamp = new DateTimeOffset(2026, 5, 16, 14, 18, 49, TimeSpan.Zero);
        Assert.Equal(
            ("Wolf 497", 9467047650729, timestamp.AddMinutes(-1174.4), timestamp, 3, true, TickSource.Relayed, ""),
            (tick.System, tick.SystemAddress, tick.Since, tick.Timestamp, tick.DayCount, tick.IsColony, tick.Source, tick.Extra));
        var metrics = tick.Metrics;
        Assert.Equal((TickPass.Either, true, true, true), (metrics.TickPass, metrics.StateChange, metrics.InfChange, metrics.InfStates));
        Assert.Equal((0.661323m, "Alchemy Den", true, -0.0154m, true), (metrics.CmfInf, metrics.CmfName, metrics.CmfHasExpanded, metrics.CmfInfDrop, metrics.CmfExpansionTax));
        Assert.True(metrics.ConflictEnded);
        Assert.Equal(["A", "Z"], metrics.FactionChanges.Retreated.ToArray());
        Assert.Equal(["B"], metrics.FactionChanges.Arrived.ToArray());
        Assert.Equal([new("C", 0.032m, 0.058m, "Active")], metrics.AtRiskNNFactions.ToArray());
        Assert.Equal((7, 1927340, 0.01921m, 1, 0.13527m, ""), (metrics.FacCount, metrics.Population, metrics.AllFacSwing, metrics.ActiveConflictCount, metrics.LockedInf, metrics.Extra));
        Assert.Equal(new("High", 0.5m, 0.25m, 4), metrics.BgsActivityEstimate);
    }

    [Fact]
    public void GalaxyTick_IsTheGalaxys()
    {
        var message = Assert.IsType<GalaxyMessage>(Read(ParseTick("GalaxyTick", Whole)));

        Assert.Equal("Wolf 497", Assert.IsType<ReportGalaxyTick>(message.Command).First.System);
    }

    [Theory]
    [InlineData("systemAddress", "9467047650729")]
    [InlineData("systemAddress", "\"9467047650729\"")]
    [InlineData("timeGapMins", "1174.4")]
    [InlineData("timeGapMins", "\"1174.4\"")]
    [InlineData("dayCount", "\"3\"")]
    [InlineData("isColony", "\"true\"")]
    [InlineData("isColony", "1")]
    [InlineData("schema", "\"other\"")]
    [InlineData("schema", "null")]
    [InlineData("timestamp", "\"2026-05-16T14:18:49.000Z\"")]
    public void TypesOfMembers_MayDrift(string name, string value)
    {
        var drifted = Tick(With(Whole, name, value));
        var tick = Tick(Whole);

        Assert.Equal((tick.SystemAddress, tick.Since, tick.Timestamp, tick.DayCount, tick.IsColony, ""), (drifted.SystemAddress, drifted.Since, drifted.Timestamp, drifted.DayCount, drifted.IsColony, drifted.Extra));
    }

    [Theory]
    [InlineData("cmfInfDrop", "\"-0.0154\"")]
    [InlineData("cmfInf", "\"0.661323\"")]
    [InlineData("population", "\"1927340\"")]
    [InlineData("stateChange", "\"true\"")]
    public void TypesOfMetrics_MayDrift(string name, string value)
    {
        var drifted = Tick(WithMetric(name, value)).Metrics;
        var metrics = Tick(Whole).Metrics;

        Assert.Equal((metrics.CmfInfDrop, metrics.CmfInf, metrics.Population, metrics.StateChange), (drifted.CmfInfDrop, drifted.CmfInf, drifted.Population, drifted.StateChange));
    }

    [Fact]
    public void UnknownMembers_AreKept()
    {
        var tick = Tick(With(WithMetric("mood", """{"good":[1,2]}"""), "weather", "\"rainy\""));

        Assert.Equal("""{"weather":"rainy"}""", tick.Extra);
        Assert.Equal("""{"mood":{"good":[1,2]}}""", tick.Metrics.Extra);
    }

    [Fact]
    public void OlderMessages_LackWhatCameLater()
    {
        var tick = Tick("""{"system":"A","systemAddress":5,"timestamp":"2024-04-13T14:51:37Z","metrics":{"infChange":true,"BGSActivityEstimate":{"label":"Medium","value":0.083,"bars":2}}}""");

        Assert.Equal((tick.Timestamp, 1, false), (tick.Since, tick.DayCount, tick.IsColony));
        Assert.Equal((TickPass.Inf, 0, "", true), (tick.Metrics.TickPass, tick.Metrics.FacCount, tick.Metrics.CmfName, tick.Metrics.FactionChanges.IsEmpty));
        Assert.Equal(new("Medium", 0.083m, 0.083m, 2), tick.Metrics.BgsActivityEstimate);
    }

    [Fact]
    public void FactionChanges_AreRead()
    {
        var message = Assert.IsType<SystemMessage>(Read(ParseTick("FactionChanges", """{"system":"Dakshmandi","systemAddress":3583923685739,"isColony":false,"timestamp":"2024-04-13T02:39:33Z","factionChanges":{"retreated":[],"arrived":["Bluestar PMC"]},"x":1}""")));

        var changes = Assert.IsType<ReportFactionChanges>(message.Command).Changes;
        Assert.Equal(
            (3583923685739, new DateTimeOffset(2024, 4, 13, 2, 39, 33, TimeSpan.Zero), "Dakshmandi", 3583923685739, TickSource.Relayed, """{"x":1}"""),
            (message.SystemAddress, changes.OccurredAt, changes.System, changes.SystemAddress, changes.Source, changes.Extra));
        Assert.Equal(["Bluestar PMC"], changes.FactionChanges.Arrived.ToArray());
        Assert.Empty(changes.FactionChanges.Retreated);
    }

    [Theory]
    [InlineData("\"0.1383\"")]
    [InlineData("0.1383")]
    public void Expansion_IsRead(string drop)
    {
        var message = Assert.IsType<SystemMessage>(Read(ParseTick("FactionExpandedFrom", $$"""{"system":"Shapsugabus","systemAddress":9468120868281,"isColony":true,"timestamp":"2024-04-13T01:57:22Z","faction":"Bluestar PMC","InfDrop":{{drop}},"hasExpanded":true}""")));

        Assert.Equal(
            new(new(2024, 4, 13, 1, 57, 22, TimeSpan.Zero), "Shapsugabus", 9468120868281, true, "Bluestar PMC", 0.1383m, true, TickSource.Relayed, ""),
            Assert.IsType<ReportExpansion>(message.Command).Expansion);
    }

    [Theory]
    [InlineData("HeartBeat")]
    [InlineData("Heartbeat")]
    public void Heartbeat_InEitherSpelling_IsOne(string topic) => Assert.IsType<Heartbeat>(Read(ParseTick(topic, """{"status":"online"}""")));

    [Fact]
    public void OtherTopics_AreIgnored() => Ignores(Refusals.OtherTopic, ParseTick("Stats", "{}"));

    [Theory]
    [InlineData("systemAddress", "null", FrameRefusal.MissingField)]
    [InlineData("systemAddress", "\"Wolf\"", FrameRefusal.BadField)]
    [InlineData("systemAddress", "-4", FrameRefusal.BadField)]
    [InlineData("system", "\"\"", FrameRefusal.MissingField)]
    [InlineData("system", "{}", FrameRefusal.BadField)]
    [InlineData("timestamp", "null", FrameRefusal.MissingField)]
    [InlineData("timestamp", "1778941129", FrameRefusal.BadField)]
    [InlineData("timeGapMins", "\"NaN\"", FrameRefusal.BadField)]
    [InlineData("timeGapMins", "-1", FrameRefusal.BadField)]
    [InlineData("metrics", "null", FrameRefusal.MissingField)]
    [InlineData("metrics", "[]", FrameRefusal.BadField)]
    [InlineData("dayCount", "1.5", FrameRefusal.BadField)]
    [InlineData("isColony", "\"perhaps\"", FrameRefusal.BadField)]
    public void Member_ThatIsWrong_IsNamed(string name, string value, string reason)
    {
        var refusal = Refuse(ParseTick("SystemTick", With(Whole, name, value)));

        Assert.Equal((reason, name), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("tickPass", "\"Sideways\"")]
    [InlineData("cmfInf", "7")]
    [InlineData("factionChanges", "[]")]
    [InlineData("atRiskNNFactions", "[7]")]
    [InlineData("BGSActivityEstimate", "\"Low\"")]
    [InlineData("facCount", "1e99")]
    public void Metric_ThatIsWrong_IsNamed(string name, string value)
    {
        var refusal = Refuse(ParseTick("SystemTick", WithMetric(name, value)));

        Assert.Equal((FrameRefusal.BadField, name), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("", FrameRefusal.MalformedJson)]
    [InlineData("[]", FrameRefusal.UnknownFrame)]
    [InlineData("{}", FrameRefusal.MissingField)]
    [InlineData("""{"topic":"SystemTick"}""", FrameRefusal.UnknownFrame)]
    [InlineData("""{"topic":"SystemTick","message":[]}""", FrameRefusal.UnknownFrame)]
    [InlineData("""{"topic":"HeartBeat","message":{},"topic":"SystemTick"}""", FrameRefusal.UnknownFrame)]
    [InlineData("""{"topic":"HeartBeat","deflated":"AAAA"}""", Refusals.DamagedZlib)]
    public void Frame_ThatIsNone_IsRefused(string frame, string reason) => Assert.Equal(reason, Refuse(TickDetectorParser.Parse(Utf8(frame))).Reason);

    [Fact]
    public void AnyBytes_GiveAMessageOrARefusal() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsTotal(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void FramesThatAreChangedAnywhere_GiveAMessageOrARefusal()
    {
        var whole = Utf8($$"""{"topic":"SystemTick","message":{{Whole}}}""");
        var changes = (from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(32, 126) select (at, value)).ArrayOf();
        Prop.ForAll(changes.ToArbitrary(), made =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in made)
            {
                bytes[at] = (byte)value;
            }

            return IsTotal(bytes);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ValuesOfAnyKind_GiveAMessageOrARefusal()
    {
        string[] values = ["null", "true", "1e999", "1e27", "-1", "\"\"", "\" \"", "[]", "[[]]", "{}", "[{\"name\":{}}]", "\"\\ud800\"", "99999999999999999999999999999999"];
        foreach (var value in values)
        {
            Assert.All(JsonNode.Parse(Whole)!.AsObject(), member => Assert.True(IsTotal(Utf8($$"""{"topic":"GalaxyTick","message":{{With(Whole, member.Key, value)}}}"""))));
            Assert.All(JsonNode.Parse(Whole)!["metrics"]!.AsObject(), member => Assert.True(IsTotal(Utf8($$"""{"topic":"SystemTick","message":{{WithMetric(member.Key, value)}}}"""))));
        }
    }

    private static bool IsTotal(byte[] bytes)
    {
        var parsed = TickDetectorParser.Parse(bytes);
        return parsed.Message is null != parsed.Refusal is null;
    }

    private static SystemTick Tick(string message) => ((ReportSystemTick)((SystemMessage)Read(ParseTick("SystemTick", message))).Command).Tick;

    private static string With(string message, string name, string value)
    {
        var changed = JsonNode.Parse(message)!;
        changed[name] = "PLACE";
        return changed.ToJsonString().Replace("\"PLACE\"", value, StringComparison.Ordinal);
    }

    private static string WithMetric(string name, string value)
    {
        var changed = JsonNode.Parse(Whole)!;
        changed["metrics"]![name] = "PLACE";
        return changed.ToJsonString().Replace("\"PLACE\"", value, StringComparison.Ordinal);
    }
}
