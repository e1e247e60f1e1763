using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

/// <summary>Frames as the two feeds send them.</summary>
internal static class Frames
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Deflate(string text) => Deflate(Utf8(text));

    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return buffer.ToArray();
    }

    /// <summary>A message of a small system, with these changes; a value of null takes the member away.</summary>
    public static JsonObject Jump(params (string Name, JsonNode? Value)[] changes)
    {
        var message = JsonNode.Parse("""
            {"timestamp":"2026-05-16T14:18:49Z","event":"FSDJump","StarSystem":"Sol","SystemAddress":10477373803,"StarPos":[0.0,0.0,0.0],
             "SystemAllegiance":"Federation","SystemEconomy":"$economy_Refinery;","SystemGovernment":"$government_Democracy;",
             "SystemSecurity":"$SYSTEM_SECURITY_high;","Population":22780919531,"SystemFaction":{"Name":"Mother Gaia","FactionState":"Boom"},
             "Factions":[
              {"Name":"Sol Workers' Party","FactionState":"None","Government":"Democracy","Influence":0.25,"Allegiance":"Federation","Happiness":"$Faction_HappinessBand2;"},
              {"Name":"Mother Gaia","FactionState":"Boom","Government":"Democracy","Influence":0.75,"Allegiance":"Federation","Happiness":"$Faction_HappinessBand1;",
               "ActiveStates":[{"State":"Investment"},{"State":"Boom"}],"PendingStates":[{"State":"Expansion","Trend":0}],"RecoveringStates":[{"State":"War","Trend":0}]}]}
            """)!.AsObject();
        foreach (var (name, value) in changes)
        {
            message.Remove(name);
            if (value is not null)
            {
                message[name] = value;
            }
        }

        return message;
    }

    public static string Envelope(JsonNode message, string header = """{"uploaderID":"x","softwareName":"test","softwareVersion":"1"}""", string schema = "https://eddn.edcd.io/schemas/journal/1") =>
        $$"""{"$schemaRef":"{{schema}}","header":{{header}},"message":{{message.ToJsonString()}}}""";

    public static StarSystemParse ParseEddn(string frame) => new EddnParser().Parse(Utf8(frame));

    public static StarSystemParse ParseTick(string topic, string message) =>
        TickDetectorParser.Parse(Utf8($$"""{"topic":"{{topic}}","message":{{message}}}"""));

    public static Observation Observed(string frame) =>
        Assert.IsType<ReportObservation>(Assert.IsType<SystemMessage>(Read(ParseEddn(frame))).Command).Observation;

    public static StarSystemMessage Read(StarSystemParse parsed)
    {
        Assert.Null(parsed.Refusal);
        return parsed.Message!;
    }

    public static FrameRefusal Refuse(StarSystemParse parsed)
    {
        Assert.Null(parsed.Message);
        return parsed.Refusal!;
    }

    public static void Ignores(string kind, StarSystemParse parsed) => Assert.Equal(new OtherMessage(kind), Read(parsed));
}
