using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>This system's JSON: enums are words, ids of systems numbers, times UTC with a Z, ticks the Tick Detector feed's messages.</summary>
internal static class StarSystemJson
{
    public static readonly JsonSerializerOptions Options = Create();

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>A fact of this system as its clients see it.</summary>
    public static byte[] Event(EntityEvent @event) => @event switch
    {
        SystemTicked e => Write(new SystemTickedView("systemTicked", e.OccurredAt, e.Tick.Source, e.Reverts, FeedMessages.Of(e.Tick), e.Observation)),
        StarSystemEvent e => Write(e),
        GalaxyEvent e => Write(e),
        MinorFactionEvent e => Write(e),
        SystemNameEvent e => Write(e),
        _ => throw new NotSupportedException($"{@event.GetType()} is no event of {StarSystemKeys.System}."),
    };

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyExtra } },
        };
        options.Converters.Add(new ShownAs<SystemTick, SystemTickMessage>(FeedMessages.Of));
        options.Converters.Add(new ShownAs<GalaxyTick, GalaxyTickView>(GalaxyViews.Of));
        options.Converters.Add(new ShownAs<HourTally, HourView>(GalaxyViews.Of));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UtcJsonConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmptyExtra(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Name == "extra" && property.PropertyType == typeof(string)))
        {
            property.ShouldSerialize = (_, value) => value is string { Length: > 0 };
        }
    }

    /// <summary>Writes a value of the grains as its view.</summary>
    private sealed class ShownAs<TValue, TView>(Func<TValue, TView> view) : JsonConverter<TValue>
    {
        public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, view(value), options);
    }
}
