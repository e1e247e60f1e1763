using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class PushParserTests
{
    [Fact]
    public void FacilityControl_WithAnOutfit_IsReadWhole()
    {
        var message = Read("""{"payload":{"duration_held":"31611","event_name":"FacilityControl","facility_id":"3400","new_faction_id":"2","old_faction_id":"1","outfit_id":"37537074285186809","timestamp":"1520424457","world_id":"1","zone_id":"2"},"service":"event","type":"serviceMessage"}""");

        var report = new ReportFacilityControl(3400, Faction.VanuSovereignty, Faction.NewConglomerate, 31611, 37537074285186809, DateTimeOffset.FromUnixTimeSeconds(1520424457));
        Assert.Equal(new ZoneMessage(1, 2, report), message);
    }

    [Theory]
    [InlineData("""\"outfit_id\":\"0\",""")]
    [InlineData("")]
    public void FacilityControl_WithoutAnOutfit_HasNone(string outfit)
    {
        var frame = """{"payload":{OUTFIT"duration_held":"1","event_name":"FacilityControl","facility_id":"1","new_faction_id":"2","old_faction_id":"1","timestamp":"1","world_id":"1","zone_id":"2"}}"""
            .Replace("OUTFIT", outfit.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var message = Assert.IsType<ZoneMessage>(Read(frame));

        Assert.Null(Assert.IsType<ReportFacilityControl>(message.Command).OutfitId);
    }

    [Fact]
    public void FacilityControl_WithNumbersInsteadOfStrings_IsReadAlike()
    {
        var message = Assert.IsType<ZoneMessage>(Read("""{"payload":{"event_name":"FacilityControl","duration_held":5,"facility_id":7,"new_faction_id":4,"old_faction_id":0,"timestamp":12,"world_id":10,"zone_id":282198111}}"""));

        Assert.Equal(282198111u, message.ZoneId);
        Assert.Equal(Faction.NsOperatives, Assert.IsType<ReportFacilityControl>(message.Command).NewFaction);
    }

    [Theory]
    [InlineData("new_faction_id", "5")]
    [InlineData("new_faction_id", "-1")]
    [InlineData("facility_id", "x")]
    [InlineData("timestamp", "99999999999999")]
    [InlineData("world_id", "0")]
    [InlineData("zone_id", "4294967296")]
    public void FacilityControl_WithABadField_IsRefusedNamingIt(string field, string value)
    {
        var fields = ControlFields();
        fields[field] = value;

        var refusal = Refuse(Frame(fields));

        Assert.Equal((FrameRefusal.BadField, field), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("new_faction_id")]
    [InlineData("old_faction_id")]
    [InlineData("facility_id")]
    [InlineData("duration_held")]
    [InlineData("timestamp")]
    [InlineData("world_id")]
    [InlineData("zone_id")]
    public void FacilityControl_WithoutAField_IsRefusedNamingIt(string field)
    {
        var fields = ControlFields();
        fields.Remove(field);

        var refusal = Refuse(Frame(fields));

        Assert.Equal((FrameRefusal.MissingField, field), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void ContinentLock_WithNothingButItsPlaceAndTime_IsRead()
    {
        var message = Read("""{"payload":{"event_name":"ContinentLock","timestamp":"1644557756","world_id":"17","zone_id":"2"}}""");

        Assert.Equal(new ZoneMessage(17, 2, new ReportContinentLock(DateTimeOffset.FromUnixTimeSeconds(1644557756), null, null, null, null)), message);
    }

    [Fact]
    public void ContinentLock_WithPopulations_IsReadWhole()
    {
        var message = Read("""{"payload":{"event_name":"ContinentLock","metagame_event_id":"0","nc_population":"39","previous_faction":"0","timestamp":"1488350511","tr_population":"23","triggering_faction":"2","vs_population":"36","world_id":"17","zone_id":"2"}}""");

        var report = new ReportContinentLock(DateTimeOffset.FromUnixTimeSeconds(1488350511), Faction.NewConglomerate, Faction.None, new(36, 39, 23), null);
        Assert.Equal(new ZoneMessage(17, 2, report), message);
    }

    [Theory]
    [InlineData("135", AlertState.Started)]
    [InlineData("138", AlertState.Ended)]
    [InlineData("139", AlertState.XpBonusChanged)]
    public void MetagameEvent_OfAKnownState_IsRead(string state, AlertState expected)
    {
        var message = Assert.IsType<ZoneMessage>(Read($$$"""{"payload":{"event_name":"MetagameEvent","metagame_event_id":"149","metagame_event_state":"{{{state}}}","timestamp":"5","world_id":"17","zone_id":"2"}}"""));

        Assert.Equal(new ReportMetagameEvent(DateTimeOffset.FromUnixTimeSeconds(5), 149, expected, null), message.Command);
    }

    [Fact]
    public void MetagameEvent_OfAnUnknownState_IsRefused() =>
        Assert.Equal("metagame_event_state", Refuse("""{"payload":{"event_name":"MetagameEvent","metagame_event_id":"149","metagame_event_state":"134","timestamp":"5","world_id":"17","zone_id":"2"}}""").Field);

    [Fact]
    public void Heartbeat_TellsWhichWorldsAreOnline()
    {
        var states = Assert.IsType<OnlineStates>(Read("""{"online":{"EventServerEndpoint_Connery_1":"true","EventServerEndpoint_Cobalt_13":"false"},"service":"event","type":"heartbeat"}"""));

        Assert.Equal([new(1, true), new(13, false)], states.Worlds);
    }

    [Theory]
    [InlineData("", FrameRefusal.MalformedJson)]
    [InlineData("<html>", FrameRefusal.MalformedJson)]
    [InlineData("""{"payload":{"event_name":"\uD800","world_id":"1"}}""", FrameRefusal.MalformedJson)]
    [InlineData("[]", FrameRefusal.UnknownFrame)]
    [InlineData("{}", FrameRefusal.UnknownFrame)]
    [InlineData("""{"type":"surprise"}""", FrameRefusal.UnknownFrame)]
    [InlineData("""{"payload":3}""", FrameRefusal.BadField)]
    [InlineData("""{"payload":{}}""", FrameRefusal.MissingField)]
    [InlineData("""{"subscription":{"worlds":"all"}}""", FrameRefusal.BadField)]
    public void Garbage_IsRefusedByReason(string frame, string reason) => Assert.Equal(reason, Refuse(frame).Reason);

    [Theory]
    [InlineData("""{"payload":{"event_name":"PlayerLogin","world_id":"10"}}""", 10)]
    [InlineData("""{"payload":{"event_name":"GainExperience"}}""", null)]
    [InlineData("""{"send this for help":{"service":"event","action":"help"}}""", null)]
    public void OtherFrames_AreNotRefused(string frame, int? worldId) =>
        Assert.Equal(worldId, Assert.IsType<OtherMessage>(Read(frame)).WorldId);

    [SkippableFact]
    public void RecordedFrames_OfTheRealService_AreAllRead()
    {
        var refusals = File.ReadLines(RepositoryFiles.Recorded("stream_frames.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => PushParser.Parse(Encoding.UTF8.GetBytes(line)).Refusal);

        Assert.All(refusals, Assert.Null);
    }

    [Fact]
    public void BundledFrames_AreAllRead() =>
        Assert.All(
            File.ReadLines(RepositoryFiles.Island).Select(line => FrameLine.Read(Encoding.UTF8.GetBytes(line), out _)!.Value),
            frame => Assert.True(frame.Feed == TerritoryFeed.Push ? PushParser.Parse(frame.Content).Refusal is null : RestParser.Parse(frame.Content, out _) is RestAnswer));

    [Fact]
    public void Parse_OfAnyBytes_GivesAMessageOrARefusal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsTotal(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_OfAnyFieldValues_GivesAMessageOrARefusal()
    {
        var frames =
            from name in Gen.Elements("FacilityControl", "PlayerFacilityCapture", "ContinentLock", "MetagameEvent", "Other")
            from values in Gen.ArrayOf(Values())
            from shape in Gen.Choose(0, 5)
            select Shape(name, values, shape);

        Prop.ForAll(frames.ToArbitrary(), frame => IsTotal(Encoding.UTF8.GetBytes(frame))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parse_OfACutFrame_IsRefused()
    {
        var frame = Encoding.UTF8.GetBytes(Frame(ControlFields()));

        Assert.All(Enumerable.Range(0, frame.Length), length => Assert.NotNull(PushParser.Parse(frame.AsMemory(0, length)).Refusal));
    }

    private static bool IsTotal(byte[] bytes)
    {
        var (message, refusal) = PushParser.Parse(bytes);
        RestParser.Parse(bytes, out _);
        FrameLine.Read(bytes, out _);
        return message is null != refusal is null;
    }

    private static Gen<string> Values() => Gen.OneOf(
        Gen.Elements("\"1\"", "null", "[]", "{}", "true", "-1", "1e99", "\"\\uDC00\"", "\"99999999999999999999\"", "\"0\"", "4.5", "\"135\""),
        ArbMap.Default.GeneratorFor<long>().Select(value => $"\"{value}\""),
        ArbMap.Default.GeneratorFor<string>().Select(value => System.Text.Json.JsonSerializer.Serialize(value ?? "")));

    private static string Shape(string name, string[] values, int shape)
    {
        string[] fields = ["world_id", "zone_id", "facility_id", "timestamp", "new_faction_id", "old_faction_id", "duration_held", "outfit_id", "character_id", "metagame_event_id", "metagame_event_state", "vs_population"];
        var payload = string.Join(',', fields.Zip(values, (field, value) => $"\"{field}\":{value}").Prepend($"\"event_name\":\"{name}\""));
        var first = values.FirstOrDefault("1");
        return shape switch
        {
            0 => $$$"""{"subscription":{"worlds":{{{first}}},"eventNames":[{{{string.Join(',', values)}}}]}}""",
            1 => $$$"""{"type":"heartbeat","online":{"a_1":{{{first}}} }}""",
            2 => $$$"""{"type":"serviceStateChanged","detail":{{{first}}},"online":{{{first}}} }""",
            3 => $$$"""{"collection":"map","worldId":{{{first}}},"requestedAt":{{{first}}},"status":200,"body":{{{first}}} }""",
            _ => $$$"""{"payload":{ {{{payload}}} }}""",
        };
    }

    private static Dictionary<string, string> ControlFields() => new()
    {
        ["event_name"] = "FacilityControl",
        ["facility_id"] = "3400",
        ["new_faction_id"] = "2",
        ["old_faction_id"] = "1",
        ["duration_held"] = "31",
        ["timestamp"] = "1520424457",
        ["world_id"] = "1",
        ["zone_id"] = "2",
    };

    private static string Frame(Dictionary<string, string> fields) =>
        System.Text.Json.JsonSerializer.Serialize(new { payload = fields, service = "event", type = "serviceMessage" });

    private static PushMessage Read(string frame)
    {
        var (message, refusal) = PushParser.Parse(Encoding.UTF8.GetBytes(frame));
        Assert.Null(refusal);
        return message!;
    }

    private static FrameRefusal Refuse(string frame)
    {
        var (message, refusal) = PushParser.Parse(Encoding.UTF8.GetBytes(frame));
        Assert.Null(message);
        return refusal!;
    }
}
