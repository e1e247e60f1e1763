using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Reads lists of texts through the <see cref="TextPool"/>: most are empty or one of a few.</summary>
internal sealed class PooledTextsConverter : JsonConverter<ImmutableArray<string>>
{
    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Texts are stored as an array.");
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? PooledTextConverter.Text(ref reader) : throw new JsonException("A text is stored as a string."));
        }

        return TextPool.Of(texts.DrainToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value.IsDefault ? [] : value)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
