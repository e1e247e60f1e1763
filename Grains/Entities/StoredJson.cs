using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OrleansGameState.Grains.Entities;

/// <summary>
/// What every system's stored JSON has in common. Older rows stay readable: what they lack reads as empty or as its
/// type's default, and what a newer version put in is passed over.
/// </summary>
public static class StoredJson
{
    /// <summary>Options of a system's generated context; types that are not in it are refused, not reflected upon.</summary>
    /// <param name="context">The generated context.</param>
    /// <param name="converters">Of the system's own types.</param>
    public static JsonSerializerOptions Options(JsonSerializerContext context, params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = context.WithAddedModifier(Complete),
        };
        options.Converters.Add(new UtcJsonConverter());
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly();
        return options;
    }

    // A property that a row lacks reaches the constructor as null, or as an array without an instance; neither is a value
    // of these types, and the serialiser has no way to be told another default.
    private static void Complete(JsonTypeInfo type)
    {
        var needed = type.Kind == JsonTypeInfoKind.Object ? type.Properties.Where(IsNeeded).Select(property => new Needed(type, property)).ToArray() : [];
        if (needed.Length == 0)
        {
            return;
        }

        if (type.Type.IsValueType)
        {
            throw new NotSupportedException($"{type.Type} is a struct; text and collections in it cannot be completed when an old row is read.");
        }

        type.OnDeserialized = read => Array.ForEach(needed, property => property.Complete(read));
    }

    private static bool IsNeeded(JsonPropertyInfo property) =>
        property is { Get: not null } && (property.PropertyType.IsValueType ? IsImmutableArray(property.PropertyType) : !property.IsGetNullable);

    private static bool IsImmutableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private sealed class Needed(JsonTypeInfo owner, JsonPropertyInfo property)
    {
        private readonly object? _missing = property.PropertyType.IsValueType ? RuntimeHelpers.GetUninitializedObject(property.PropertyType) : null;
        private readonly Func<object, object?> _get = property.Get!;

        public void Complete(object read)
        {
            if (Equals(_get(read), _missing))
            {
                ((PropertyInfo)property.AttributeProvider!).SetValue(read, Empty());
            }
        }

        private object? Empty()
        {
            var type = owner.Options.GetTypeInfo(property.PropertyType);
            return type.Kind switch
            {
                JsonTypeInfoKind.Enumerable => JsonSerializer.Deserialize("[]", type),
                _ when IsImmutableArray(property.PropertyType) => JsonSerializer.Deserialize("[]", type), // Of a converter of its own.
                JsonTypeInfoKind.Dictionary => JsonSerializer.Deserialize("{}", type),
                _ when property.PropertyType == typeof(string) => "",
                _ => throw new JsonException($"A stored {owner.Type.Name} has no {property.Name}."),
            };
        }
    }
}
