using System.Globalization;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// Reads an object's fields, whose values the game sends as strings and others as numbers. The first field that is
/// missing or wrong is kept in <see cref="Refusal"/>; what is read after it does not matter.
/// </summary>
internal ref struct FieldReader(JsonElement element)
{
    // A year before and after what DateTimeOffset holds, since uncertainties are added and taken off.
    private const long LatestSecond = 253_370_764_800;

    private readonly JsonElement _element = element;

    public FrameRefusal? Refusal { get; private set; }

    public int WorldId() => (int)Required("world_id", 1, int.MaxValue);

    public uint ZoneId() => (uint)Required("zone_id", 1, uint.MaxValue);

    public DateTimeOffset Timestamp() => DateTimeOffset.FromUnixTimeSeconds(Required("timestamp", 0, LatestSecond));

    public Faction Faction(string name) => (Faction)Required(name, 0, 4);

    public Faction? FactionIfAny(string name) => (Faction?)Optional(name, 0, 4);

    public long Required(string name, long minimum, long maximum)
    {
        if (Optional(name, minimum, maximum) is { } value)
        {
            return value;
        }

        Refusal ??= new(FrameRefusal.MissingField, name, $"{name} is missing");
        return minimum;
    }

    public long? Optional(string name, long minimum, long maximum)
    {
        if (!_element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = TextOf(value);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Refusal ??= new(FrameRefusal.BadField, name, $"{name} is '{Shortened(text ?? value.ValueKind.ToString())}', not a whole number of {minimum} to {maximum}");
        return minimum;
    }

    /// <summary>A string's text, or a number's; null for anything else.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>True and false as the game writes them, in a string.</summary>
    public static bool? FlagOf(JsonElement value) => TextOf(value) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    private static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
