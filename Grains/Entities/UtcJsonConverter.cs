using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Grains.Entities;

/// <summary>Instants in UTC, ending in Z: what is stored does not depend on the clock of who told it.</summary>
internal sealed class UtcJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
