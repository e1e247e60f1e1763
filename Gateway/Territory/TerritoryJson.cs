using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>This system's JSON: factions are the game's numbers, other enums words, 64-bit ids text, times UTC with a Z.</summary>
internal static class TerritoryJson
{
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { IdsAsText } },
        };
        options.Converters.Add(new FactionJsonConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UtcJsonConverter());
        options.MakeReadOnly();
        return options;
    }

    // JavaScript's numbers end at 2^53, ids of outfits and characters do not.
    private static void IdsAsText(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(long?) && property.Name.EndsWith("Id", StringComparison.Ordinal))
            {
                property.CustomConverter = new IdJsonConverter();
            }
            else if (property.PropertyType == typeof(ImmutableArray<long>))
            {
                property.CustomConverter = new IdsJsonConverter();
            }
        }
    }

    private sealed class FactionJsonConverter : JsonConverter<Faction>
    {
        public override Faction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (Faction)reader.GetInt32();

        public override void Write(Utf8JsonWriter writer, Faction value, JsonSerializerOptions options) => writer.WriteNumberValue((int)value);
    }
}
