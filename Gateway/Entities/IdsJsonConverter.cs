using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.Entities;

/// <summary>64-bit ids as an array of text.</summary>
internal sealed class IdsJsonConverter : JsonConverter<ImmutableArray<long>>
{
    public override ImmutableArray<long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonSerializer.Deserialize<string[]>(ref reader, options)!.Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<long> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var id in value.IsDefault ? [] : value)
        {
            writer.WriteStringValue(id.ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteEndArray();
    }
}
