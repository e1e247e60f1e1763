using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OrleansGameState.Grains.Tests.Entities;

/// <summary>Walks stored types and documents side by side.</summary>
internal static class StoredProperties
{
    /// <summary>The properties that are written; what is computed from others is not.</summary>
    public static IReadOnlyList<JsonPropertyInfo> Of(JsonTypeInfo type) => [.. type.Properties.Where(property => property.Get is not null)];

    /// <summary>All types that occur in documents of these.</summary>
    public static IReadOnlyCollection<JsonTypeInfo> Reachable(IEnumerable<JsonTypeInfo> roots)
    {
        var seen = new Dictionary<Type, JsonTypeInfo>();
        var open = new Stack<JsonTypeInfo>(roots);
        while (open.TryPop(out var type))
        {
            if (seen.TryAdd(type.Type, type))
            {
                foreach (var next in Of(type).Select(property => property.PropertyType).Append(type.ElementType).OfType<Type>())
                {
                    open.Push(type.Options.GetTypeInfo(Nullable.GetUnderlyingType(next) ?? next));
                }
            }
        }

        return seen.Values;
    }

    /// <summary>Every object of the document that is of a type with properties, with that type.</summary>
    public static IEnumerable<(JsonObject Node, JsonTypeInfo Type)> Objects(JsonNode? node, JsonTypeInfo type)
    {
        switch (node, type.Kind)
        {
            case (JsonObject found, JsonTypeInfoKind.Object):
                return Of(type)
                    .SelectMany(property => Objects(found[property.Name], type.Options.GetTypeInfo(property.PropertyType)))
                    .Prepend((found, type));
            case (JsonObject found, JsonTypeInfoKind.Dictionary):
                return found.SelectMany(entry => Objects(entry.Value, type.Options.GetTypeInfo(type.ElementType!)));
            case (JsonArray found, _) when type.ElementType is { } element:
                return found.SelectMany(entry => Objects(entry, type.Options.GetTypeInfo(element)));
            default:
                return [];
        }
    }
}
