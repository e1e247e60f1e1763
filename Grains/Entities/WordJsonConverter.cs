using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Grains.Entities;

/// <summary>
/// Stores an enum's members as words that are given here, so that a member may be renamed and rows stay readable. A value
/// that has no word, which the game may have added, is stored as its number.
/// </summary>
public sealed class WordJsonConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private readonly FrozenDictionary<TEnum, JsonEncodedText> _words;
    private readonly FrozenDictionary<string, TEnum> _values;

    public WordJsonConverter(params ReadOnlySpan<(TEnum Value, string Word)> words)
    {
        (TEnum Value, string Word)[] all = [.. words];
        _words = all.ToFrozenDictionary(pair => pair.Value, pair => JsonEncodedText.Encode(pair.Word));
        _values = all.ToFrozenDictionary(pair => pair.Word, pair => pair.Value);
    }

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
        {
            return (TEnum)Enum.ToObject(typeof(TEnum), number);
        }

        var word = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"A {typeof(TEnum).Name} is stored as a word.");
        return _values.TryGetValue(word, out var value)
            ? value
            : throw new JsonException($"'{word}' is no {typeof(TEnum).Name} that this version knows; a newer one wrote it.");
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        if (_words.TryGetValue(value, out var word))
        {
            writer.WriteStringValue(word);
        }
        else
        {
            writer.WriteNumberValue(Convert.ToInt32(value, null));
        }
    }
}
