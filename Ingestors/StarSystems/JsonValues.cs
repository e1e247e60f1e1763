using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Reads single values, of which some senders write numbers as text. Where one is wrong, the first refusal is kept.</summary>
/// <param name="texts">Gives the strings.</param>
internal readonly struct JsonValues(TextPool texts)
{
    /// <summary>Names in the game are a fraction of that.</summary>
    public const int LongestText = 256;

    /// <summary>The text; null where it is null or empty.</summary>
    public string? Text(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, field, "text", ref refusal);
            return null;
        }

        var text = texts.Get(ref reader);
        if (text.Length > LongestText)
        {
            refusal ??= new(FrameRefusal.BadField, field, $"{field} has {text.Length} characters; the most is {LongestText}");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A whole number; null where it is null.</summary>
    public static long? Whole(ref Utf8JsonReader reader, string field, long minimum, ref FrameRefusal? refusal)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number >= minimum)
        {
            return number;
        }

        if (Amount(ref reader) is { } amount && amount >= minimum && amount <= long.MaxValue && decimal.IsInteger(amount))
        {
            return (long)amount;
        }

        Refuse(ref reader, field, $"a whole number from {minimum.ToString(CultureInfo.InvariantCulture)}", ref refusal);
        return null;
    }

    /// <summary>A number; null where it is null.</summary>
    public static decimal? Number(ref Utf8JsonReader reader, string field, decimal minimum, decimal maximum, ref FrameRefusal? refusal)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (Amount(ref reader) is { } amount && amount >= minimum && amount <= maximum)
        {
            return amount;
        }

        Refuse(ref reader, field, string.Create(CultureInfo.InvariantCulture, $"a number of {minimum} to {maximum}"), ref refusal);
        return null;
    }

    /// <summary>A journal's time; null where it is null.</summary>
    public static DateTimeOffset? Time(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var time = reader.TokenType != JsonTokenType.String ? null
            : reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out var read) ? GameTime.Valid(read)
            : GameTime.Read(reader.GetString());
        if (time is null)
        {
            Refuse(ref reader, field, "an ISO 8601 time", ref refusal);
        }

        return time;
    }

    public static void Refuse(ref Utf8JsonReader reader, string field, string wanted, ref FrameRefusal? refusal)
    {
        var told = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => reader.TokenType.ToString(),
        };
        refusal ??= new(FrameRefusal.BadField, field, $"{field} is '{(told.Length <= 40 ? told : $"{told[..40]}…")}', not {wanted}");
        reader.Skip();
    }

    private static decimal? Amount(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDecimal(out var number) ? number : null;
        }

        return reader.TokenType == JsonTokenType.String
            && !reader.ValueIsEscaped
            && Utf8Parser.TryParse(reader.ValueSpan.Trim((byte)' '), out decimal text, out var used)
            && used == reader.ValueSpan.Trim((byte)' ').Length
                ? text
                : null;
    }
}
