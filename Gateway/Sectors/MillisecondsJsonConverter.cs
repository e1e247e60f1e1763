using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Times in UTC to the millisecond, ending in Z.</summary>
internal sealed class MillisecondsJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(SectorWire.Of(value));
}
