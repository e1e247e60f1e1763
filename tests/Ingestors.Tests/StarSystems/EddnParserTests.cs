using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

public sealed class EddnParserTests
{
    [Fact]
    public void Jump_IsReadWhole()
    {
        var message = Assert.IsType<SystemMessage>(Read(ParseEddn(Envelope(Jump()))));

        Assert.Equal(10477373803, message.SystemAddress);
        var seen = Assert.IsType<ReportObservation>(message.Command).Observation;
        Assert.Equal(
            (new DateTimeOffset(2026, 5, 16, 14, 18, 49, TimeSpan.Zero), "Sol", new StarPosition(0, 0, 0), 22780919531, "Mother Gaia"),
            (seen.ObservedAt, seen.Name, seen.Position, seen.Population, seen.ControllingFaction));
        Assert.Equal(
            ("Federation", "$government_Democracy;", "$economy_Refinery;", "$SYSTEM_SECURITY_high;"),
            (seen.Allegiance, seen.Government, seen.Economy, seen.Security));
        Assert.Empty(seen.Conflicts);
        Assert.Equal(["Mother Gaia", "Sol Workers' Party"], seen.Factions.Select(faction => faction.Name));
        var gaia = seen.Factions[0];
        Assert.Equal((0.75m, (decimal?)null, "Boom", "Democracy", "Federation", "$Faction_HappinessBand1;"), (gaia.Influence, gaia.PreviousInfluence, gaia.State, gaia.Government, gaia.Allegiance, gaia.Happiness));
        Assert.Equal(["Boom", "Investment"], gaia.ActiveStates.ToArray());
        Assert.Equal(["Expansion"], gaia.PendingStates.ToArray());
        Assert.Equal(["War"], gaia.RecoveringStates.ToArray());
        Assert.All(new[] { seen.Factions[1].ActiveStates, seen.Factions[1].PendingStates, seen.Factions[1].RecoveringStates }, states => Assert.Empty(states));
    }

    [Theory]
    [InlineData("Location")]
    [InlineData("CarrierJump")]
    public void OtherEventsWithFactions_AreReadAlike(string name) => Assert.Equal("Sol", Observed(Envelope(Jump(("event", name)))).Name);

    [Theory]
    [InlineData("Scan")]
    [InlineData("Docked")]
    [InlineData("fsdjump")]
    public void OtherEvents_AreIgnored(string name) => Ignores(Refusals.OtherEvent, ParseEddn(Envelope(Jump(("event", name)))));

    [Theory]
    [InlineData("https://eddn.edcd.io/schemas/journal/1/test", Refusals.TestSchema)]
    [InlineData("https://eddn.edcd.io/schemas/commodity/3", Refusals.OtherSchema)]
    [InlineData("https://eddn.edcd.io/schemas/journal/2", Refusals.OtherSchema)]
    public void OtherSchemas_AreIgnored(string schema, string kind) => Ignores(kind, ParseEddn(Envelope(Jump(), schema: schema)));

    [Theory]
    [InlineData("\"4.0.0.1477\"", false)]
    [InlineData("\"4.1.2\"", false)]
    [InlineData("\"10.0\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("4", false)]
    [InlineData("\"CAPI-Live-journal\"", false)]
    [InlineData("\"3.8.0.406\"", true)]
    [InlineData("\" 3\"", true)]
    [InlineData("3.8", true)]
    [InlineData("\"CAPI-Legacy-journal\"", true)]
    public void OldGames_AreIgnored(string version, bool isOld)
    {
        var parsed = ParseEddn(Envelope(Jump(), $$"""{"gameversion":{{version}},"softwareName":"x"}"""));

        Assert.Equal(isOld, parsed.Message == new OtherMessage(Refusals.OldGame));
        Assert.Equal(isOld, parsed.Message is not SystemMessage);
    }

    [Theory]
    [InlineData("2026-05-16T15:58:48.999999Z", false)]
    [InlineData("2026-05-16T15:58:49.000000Z", true)]
    [InlineData("2026-05-16T14:00:00Z", false)]
    [InlineData("yesterday", false)]
    public void Message_ThatIsLateAtTheGateway_IsStale(string gateway, bool isStale)
    {
        var parsed = ParseEddn(Envelope(Jump(), $$"""{"gatewayTimestamp":"{{gateway}}"}"""));

        Assert.Equal(isStale ? Refusals.Stale : null, parsed.Refusal?.Reason);
    }

    [Theory]
    [InlineData("2026-05-16T14: 18: 49Z")]
    [InlineData("2026 - 05 - 16T14: 18:49Z")]
    [InlineData("2026-05-16T14:18:49.7Z")]
    [InlineData("2026-05-16T14:18:49")]
    [InlineData("2026-05-16T16:18:49+02:00")]
    public void Timestamp_InWhateverForm_IsThatSecond(string timestamp) =>
        Assert.Equal(new(2026, 5, 16, 14, 18, 49, TimeSpan.Zero), Observed(Envelope(Jump(("timestamp", timestamp)))).ObservedAt);

    [Fact]
    public void Numbers_AsText_AreRead()
    {
        var factions = JsonNode.Parse("""[{"Name":"A","Influence":"0.305305"}]""");
        var message = Assert.IsType<SystemMessage>(Read(ParseEddn(Envelope(Jump(
            ("SystemAddress", "9467047650729"), ("Population", "1927340"), ("StarPos", new JsonArray("1.5", "-2", 3)), ("Factions", factions))))));

        Assert.Equal(9467047650729, message.SystemAddress);
        var seen = Assert.IsType<ReportObservation>(message.Command).Observation;
        Assert.Equal((1927340, new StarPosition(1.5, -2, 3), 0.305305m), (seen.Population, seen.Position, seen.Factions.Single().Influence));
    }

    [Fact]
    public void WhatIsAbsent_IsToldSo()
    {
        var bare = Jump(("StarPos", null), ("Population", null), ("SystemFaction", null), ("Factions", null), ("SystemAllegiance", null), ("SystemEconomy", null), ("SystemGovernment", null), ("SystemSecurity", null));

        var seen = Observed(Envelope(bare));

        Assert.Equal((null, 0, "", "", "", "", ""), (seen.Position, seen.Population, seen.ControllingFaction, seen.Allegiance, seen.Economy, seen.Government, seen.Security));
        Assert.Empty(seen.Factions);
        Assert.Empty(seen.Conflicts);
    }

    [Fact]
    public void Faction_ThatIsNamedTwice_IsTakenOnce()
    {
        var factions = JsonNode.Parse("""[{"Name":"B","Influence":0.2},{"Name":"A","Influence":0.5},{"Name":"B","Influence":0.3}]""");

        var seen = Observed(Envelope(Jump(("Factions", factions))));

        Assert.Equal([("A", 0.5m), ("B", 0.2m)], seen.Factions.Select(faction => (faction.Name, faction.Influence)));
    }

    [Fact]
    public void Conflict_IsReadWhole()
    {
        var conflicts = JsonNode.Parse("""[{"WarType":"civilwar","Status":"active","Faction1":{"Name":"A","Stake":"Port","WonDays":1},"Faction2":{"Name":"B","Stake":"","WonDays":"2"}},{"WarType":"war","Status":""}]""");

        var seen = Observed(Envelope(Jump(("Conflicts", conflicts))));

        Assert.Equal([new("civilwar", "active", new("A", "Port", 1), new("B", "", 2)), new("war", "", new("", "", 0), new("", "", 0))], seen.Conflicts.ToArray());
    }

    [Fact]
    public void ControllingFaction_AsItsNameAlone_IsRead() => Assert.Equal("Mob of Eranin", Observed(Envelope(Jump(("SystemFaction", "Mob of Eranin")))).ControllingFaction);

    [Fact]
    public void Members_InAnyOrder_AreReadAlike()
    {
        var expected = Observed(Envelope(Jump()));
        var seen = Observed($$"""{"message":{{Jump().ToJsonString()}},"extra":[{}],"header":{"gameversion":"4.0"},"$schemaRef":"https://eddn.edcd.io/schemas/journal/1"}""");

        Assert.Equal((expected.Name, expected.ObservedAt, expected.Factions.Length), (seen.Name, seen.ObservedAt, seen.Factions.Length));
        Ignores(Refusals.OtherEvent, ParseEddn("""{"message":{"event":"Scan"},"$schemaRef":"https://eddn.edcd.io/schemas/journal/1"}"""));
        Ignores(Refusals.OldGame, ParseEddn($$$"""{"message":{{{Jump().ToJsonString()}}},"$schemaRef":"https://eddn.edcd.io/schemas/journal/1","header":{"gameversion":"3.8"}}"""));
    }

    [Theory]
    [InlineData("SystemAddress", "null", FrameRefusal.BadField, "SystemAddress")]
    [InlineData("SystemAddress", "0", FrameRefusal.BadField, "SystemAddress")]
    [InlineData("SystemAddress", "18446744073709551615", FrameRefusal.BadField, "SystemAddress")]
    [InlineData("SystemAddress", "1.5", FrameRefusal.BadField, "SystemAddress")]
    [InlineData("StarSystem", "\"\"", FrameRefusal.MissingField, "StarSystem")]
    [InlineData("StarSystem", "[\"Sol\"]", FrameRefusal.BadField, "StarSystem")]
    [InlineData("timestamp", "\"soon\"", FrameRefusal.BadField, "timestamp")]
    [InlineData("timestamp", "\"0001-01-01T00:00:00Z\"", FrameRefusal.BadField, "timestamp")]
    [InlineData("StarPos", "[1,2]", FrameRefusal.BadField, "StarPos")]
    [InlineData("StarPos", "[1,2,[3]]", FrameRefusal.BadField, "StarPos")]
    [InlineData("Population", "-1", FrameRefusal.BadField, "Population")]
    [InlineData("Factions", "{}", FrameRefusal.BadField, "Factions")]
    [InlineData("Factions", "[1]", FrameRefusal.BadField, "Factions")]
    [InlineData("Factions", "[{\"Influence\":0.5}]", FrameRefusal.MissingField, "Factions.Name")]
    [InlineData("Factions", "[{\"Name\":\"A\"}]", FrameRefusal.MissingField, "Factions.Influence")]
    [InlineData("Factions", "[{\"Name\":\"A\",\"Influence\":1.01}]", FrameRefusal.BadField, "Factions.Influence")]
    [InlineData("Factions", "[{\"Name\":\"A\",\"Influence\":\"much\"}]", FrameRefusal.BadField, "Factions.Influence")]
    [InlineData("Factions", "[{\"Name\":\"A\",\"Influence\":0.1,\"ActiveStates\":\"Boom\"}]", FrameRefusal.BadField, "Factions.ActiveStates")]
    [InlineData("Conflicts", "[[]]", FrameRefusal.BadField, "Conflicts")]
    [InlineData("event", "7", FrameRefusal.BadField, "event")]
    public void Field_ThatIsWrong_IsNamed(string field, string value, string reason, string named)
    {
        var text = Envelope(Jump((field, "PLACE"))).Replace("\"PLACE\"", value, StringComparison.Ordinal);

        var refusal = Refuse(ParseEddn(text));

        Assert.Equal((reason, named), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("timestamp")]
    [InlineData("event")]
    [InlineData("StarSystem")]
    [InlineData("SystemAddress")]
    public void Field_ThatIsMissing_IsNamed(string field)
    {
        var refusal = Refuse(ParseEddn(Envelope(Jump((field, null)))));

        Assert.Equal((FrameRefusal.MissingField, field), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("", FrameRefusal.MalformedJson)]
    [InlineData("{]", FrameRefusal.MalformedJson)]
    [InlineData("7", FrameRefusal.UnknownFrame)]
    [InlineData("{}", FrameRefusal.MissingField)]
    [InlineData("""{"$schemaRef":1}""", FrameRefusal.BadField)]
    [InlineData("""{"$schemaRef":"https://eddn.edcd.io/schemas/journal/1"}""", FrameRefusal.MissingField)]
    [InlineData("""{"$schemaRef":"https://eddn.edcd.io/schemas/journal/1","message":[]}""", FrameRefusal.BadField)]
    [InlineData("""{"$schemaRef":"https://eddn.edcd.io/schemas/journal/1","message":{"StarSystem":"\ud800"}}""", FrameRefusal.MalformedJson)]
    [InlineData("""{"deflated":"AAAA"}""", Refusals.DamagedZlib)]
    [InlineData("""{"deflated":"no base64!"}""", FrameRefusal.BadField)]
    public void Frame_ThatIsNone_IsRefused(string frame, string reason) => Assert.Equal(reason, Refuse(ParseEddn(frame)).Reason);

    [Fact]
    public void BrokenUtf8_IsRefused()
    {
        var frame = Utf8(Envelope(Jump()));
        frame[frame.AsSpan().IndexOf("Mother"u8)] = 0xFF;

        Assert.Equal(FrameRefusal.MalformedJson, Refuse(new EddnParser().Parse(frame)).Reason);
    }

    [Fact]
    public void Factions_WithoutEnd_AreRefused()
    {
        var factions = new JsonArray([.. Enumerable.Range(0, 1000).Select(n => JsonNode.Parse($$"""{"Name":"F{{n}}","Influence":0}"""))]);

        Assert.Equal("Factions", Refuse(ParseEddn(Envelope(Jump(("Factions", factions))))).Field);
    }

    [Fact]
    public void Texts_ThatComeAgain_AreTheSame()
    {
        var parser = new EddnParser();
        var frames = new[] { Jump(), Jump(("Factions", JsonNode.Parse("""[{"Name":"Jürgens","Influence":1}]"""))), Jump() };
        var seen = frames.Select(frame => ((ReportObservation)((SystemMessage)Read(parser.Parse(Utf8(Envelope(frame))))).Command).Observation).ToArray();

        Assert.Same(seen[0].Factions[0].Name, seen[2].Factions[0].Name);
        Assert.Same(seen[0].ControllingFaction, seen[2].Factions[0].Name);
        Assert.Equal("Jürgens", seen[1].Factions[0].Name);
    }

    [Fact]
    public void AnyBytes_GiveAMessageOrARefusal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsTotal(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void FramesThatAreChangedAnywhere_GiveAMessageOrARefusal()
    {
        var whole = Utf8(Envelope(Jump(("Conflicts", JsonNode.Parse("""[{"WarType":"war","Status":"active","Faction1":{"Name":"A","Stake":"","WonDays":0}}]"""))), """{"gameversion":"4.0","gatewayTimestamp":"2026-05-16T14:18:50Z"}"""));
        var places = Gen.Choose(0, whole.Length - 1);
        var changes = from at in places from value in Gen.Choose(0, 255) select (at, value);
        var made = from all in changes.ArrayOf() from cut in places select (all, cut);
        Prop.ForAll(made.ToArbitrary(), one =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in one.all)
            {
                bytes[at] = (byte)value;
            }

            return IsTotal(bytes) && IsTotal(bytes[..one.cut]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ValuesOfAnyKind_GiveAMessageOrARefusal()
    {
        string[] values = ["null", "true", "1e999", "-1", "\"\"", "\" \"", "[]", "[[]]", "{}", "[{\"Name\":{}}]", "\"\\u0000\"", "99999999999999999999999999999999"];
        foreach (var name in Jump().Select(member => member.Key).ToArray())
        {
            foreach (var value in values)
            {
                var frame = Envelope(Jump((name, "PLACE"))).Replace("\"PLACE\"", value, StringComparison.Ordinal);
                Assert.True(IsTotal(Utf8(frame)), frame);
            }
        }
    }

    private static bool IsTotal(byte[] bytes)
    {
        var parsed = new EddnParser().Parse(bytes);
        return parsed.Message is null != parsed.Refusal is null && parsed.Refusal is not { Reason: "" };
    }
}
