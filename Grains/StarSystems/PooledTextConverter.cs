using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Reads texts through the <see cref="TextPool"/>: names of factions and of states stand in a great many rows.</summary>
internal sealed class PooledTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader),
        _ => throw new JsonException("A text is stored as a string."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public static string Text(ref Utf8JsonReader reader) =>
        reader.HasValueSequence || reader.ValueIsEscaped ? TextPool.Of(reader.GetString()!) : TextPool.Of(reader.ValueSpan);
}
