using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace OrleansGameState.Bench.Stars;

/// <summary>
/// Frames as the EDDN relay sends them: FSDJump into systems of seven factions, about 4 KB of JSON, 1.2 KB deflated.
/// </summary>
internal static class EddnFrames
{
    public const int Factions = 7;

    private static readonly string[] States = ["Boom", "None", "Expansion", "CivilLiberty", "War", "War", "Bust"];

    public static long AddressOf(int system) => 1_000_000_007L + (system * 4096L);

    /// <summary>One frame a system, in their order.</summary>
    /// <param name="first">The first system's number.</param>
    /// <param name="count">How many systems.</param>
    /// <param name="turn">Influence differs between turns, and states of some systems; the same turn is an unchanged system.</param>
    /// <param name="at">The journals' time.</param>
    public static byte[][] Of(int first, int count, int turn, DateTimeOffset at)
    {
        var frames = new byte[count][];
        var json = new ArrayBufferWriter<byte>(8192);
        for (var number = 0; number < count; number++)
        {
            json.ResetWrittenCount();
            Write(json, first + number, turn, at);
            frames[number] = Deflate(json.WrittenSpan);
        }

        return frames;
    }

    /// <summary>How much JSON a frame holds.</summary>
    public static int Inflated(byte[] frame)
    {
        using var zlib = new ZLibStream(new MemoryStream(frame), CompressionMode.Decompress);
        using var json = new MemoryStream();
        zlib.CopyTo(json);
        return (int)json.Length;
    }

    private static byte[] Deflate(ReadOnlySpan<byte> json)
    {
        using var frame = new MemoryStream();
        using (var zlib = new ZLibStream(frame, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(json);
        }

        return frame.ToArray();
    }

    private static void Write(IBufferWriter<byte> json, int system, int turn, DateTimeOffset at)
    {
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteString("$schemaRef", "https://eddn.edcd.io/schemas/journal/1");
        writer.WriteStartObject("header");
        writer.WriteString("gamebuild", "r312744/r0 ");
        writer.WriteString("gameversion", "4.1.3.0");
        writer.WriteString("gatewayTimestamp", Text(at.AddSeconds(1)));
        writer.WriteString("softwareName", "Bench");
        writer.WriteString("softwareVersion", "1.0");
        writer.WriteString("uploaderID", "d41d8cd98f00b204e9800998ecf8427e");
        writer.WriteEndObject();
        writer.WriteStartObject("message");
        WriteSystem(writer, system, at);
        WriteFactions(writer, system, turn);
        WriteConflict(writer, system);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter writer, int system, DateTimeOffset at)
    {
        writer.WriteString("timestamp", Text(at));
        writer.WriteString("event", "FSDJump");
        writer.WriteString("StarSystem", NameOf(system));
        writer.WriteNumber("SystemAddress", AddressOf(system));
        writer.WriteStartArray("StarPos");
        writer.WriteNumberValue(system % 1000 / 32.0);
        writer.WriteNumberValue(system / 1000 / 32.0);
        writer.WriteNumberValue(-12.5);
        writer.WriteEndArray();
        writer.WriteNumber("Population", 1_000_000 + system);
        writer.WriteString("SystemAllegiance", "Independent");
        writer.WriteString("SystemEconomy", "$economy_Industrial;");
        writer.WriteString("SystemSecondEconomy", "$economy_Extraction;");
        writer.WriteString("SystemGovernment", "$government_Corporate;");
        writer.WriteString("SystemSecurity", "$SYSTEM_SECURITY_medium;");
        writer.WriteString("Body", $"{NameOf(system)} A");
        writer.WriteNumber("BodyID", 1);
        writer.WriteString("BodyType", "Star");
        writer.WriteBoolean("Multicrew", false);
        writer.WriteBoolean("Taxi", false);
        writer.WriteStartArray("Powers");
        writer.WriteStringValue("Yuri Grom");
        writer.WriteStringValue("Edmund Mahon");
        writer.WriteEndArray();
        writer.WriteString("PowerplayState", "Exploited");
        writer.WriteStartObject("SystemFaction");
        writer.WriteString("Name", FactionOf(system, 0));
        writer.WriteString("FactionState", States[0]);
        writer.WriteEndObject();
    }

    private static void WriteFactions(Utf8JsonWriter writer, int system, int turn)
    {
        writer.WriteStartArray("Factions");
        for (var faction = 0; faction < Factions; faction++)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", FactionOf(system, faction));
            writer.WriteString("FactionState", StateOf(system, faction, turn));
            writer.WriteString("Government", "Corporate");
            writer.WriteNumber("Influence", Influence(faction, turn));
            writer.WriteString("Allegiance", "Independent");
            writer.WriteString("Happiness", "$Faction_HappinessBand2;");
            WriteStates(writer, "ActiveStates", StateOf(system, faction, turn));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStates(Utf8JsonWriter writer, string name, string state)
    {
        if (state == "None")
        {
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteStartObject();
        writer.WriteString("State", state);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteConflict(Utf8JsonWriter writer, int system)
    {
        writer.WriteStartArray("Conflicts");
        writer.WriteStartObject();
        writer.WriteString("WarType", "war");
        writer.WriteString("Status", "active");
        WriteSide(writer, "Faction1", FactionOf(system, 4), 2);
        WriteSide(writer, "Faction2", FactionOf(system, 5), 1);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, string faction, int wonDays)
    {
        writer.WriteStartObject(name);
        writer.WriteString("Name", faction);
        writer.WriteString("Stake", "Bench Terminal");
        writer.WriteNumber("WonDays", wonDays);
        writer.WriteEndObject();
    }

    // Two of five systems change a state with each turn, the others influence alone.
    private static string StateOf(int system, int faction, int turn) =>
        faction == Factions - 1 && system % 5 < 2 && turn % 2 == 0 ? "Boom" : States[faction];

    // The first faction loses what the second gains.
    private static decimal Influence(int faction, int turn) => faction switch
    {
        0 => 0.400400m - (turn % 100 * 0.001001m),
        1 => 0.150150m + (turn % 100 * 0.001001m),
        _ => 0.089890m,
    };

    private static string NameOf(int system) => string.Create(CultureInfo.InvariantCulture, $"Bench Sector {system}");

    // A third of a system's factions are its own; the others are shared with its neighbours, as in the game.
    private static string FactionOf(int system, int faction) => faction < 3
        ? string.Create(CultureInfo.InvariantCulture, $"{NameOf(system)} Company {faction}")
        : string.Create(CultureInfo.InvariantCulture, $"Union of the {system / 8} Quarter {faction}");

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
