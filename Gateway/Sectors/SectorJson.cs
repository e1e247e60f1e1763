using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Gateway.Entities;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>This system's JSON: enums are words, times UTC with a Z; what the specification shapes is in its names.</summary>
internal static class SectorJson
{
    public static readonly JsonSerializerOptions Options = Create();

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UtcJsonConverter());
        options.MakeReadOnly();
        return options;
    }
}
