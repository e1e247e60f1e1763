using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Tests.Entities;

namespace OrleansGameState.Grains.Tests.Golden;

public sealed class GoldenTests
{
    private static readonly StoredTypes Types = new(GoldenSystem.All.SelectMany(system => system.Kinds));
    private static readonly IReadOnlyList<GoldenFile> Files = [.. GoldenSystem.All.SelectMany(system => GoldenFile.Of(system.Name))];

    public static TheoryData<string> Systems => [.. GoldenSystem.All.Select(system => system.Name)];

    public static TheoryData<string, string> Labels
    {
        get
        {
            var labels = new TheoryData<string, string>();
            foreach (var file in Files)
            {
                labels.Add(file.System, file.Label);
            }

            return labels;
        }
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Row_IsReadAsWhatItMeant(string system, string label)
    {
        var (file, expected) = Of(system, label);

        var read = file.Decode(Types, file.Json());

        Assert.Equal(expected.GetType(), read.GetType());
        Assert.Equivalent(expected, read, strict: true);
        Assert.Equal(Text(file.Encode(Types, expected)), Text(file.Encode(Types, read)));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void NewestForm_IsWhatIsWrittenToday(string system, string label)
    {
        var (file, expected) = Of(system, label);
        if (Files.All(other => (other.System, other.IsState, other.Name) != (file.System, file.IsState, file.Name) || other.Form <= file.Form))
        {
            Assert.Equal(file.Text(), Jsonb.Text(file.Encode(Types, expected)));
        }
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void EveryStoredType_HasAFile(string system)
    {
        var kinds = GoldenSystem.Of(system).Kinds;

        Assert.Equal(kinds.Select(kind => kind.Name).Order(), NamesOf(system, isState: true));
        Assert.Equal(kinds.SelectMany(kind => kind.Events).Select(stored => stored.Name).Order(), NamesOf(system, isState: false));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void EveryMeaning_HasAFile(string system) => Assert.Equal(
        GoldenSystem.Of(system).States.Keys.Concat(GoldenSystem.Of(system).Events.Keys).Order(),
        FilesOf(system).Select(file => file.Label).Order());

    [Theory]
    [MemberData(nameof(Systems))]
    public void EveryStoredProperty_IsInAFile(string system)
    {
        var stored = GoldenSystem.Of(system);
        var roots = stored.Kinds.SelectMany(kind => kind.Events.Select(told => told.Json).Append(stored.Json(kind.State)));
        var expected = StoredProperties.Reachable(roots).SelectMany(StoredProperties.Of, (type, property) => (type.Type.Name, property.Name));

        var found = FilesOf(system)
            .SelectMany(file => StoredProperties.Objects(JsonNode.Parse(file.Text()), stored.Json(Of(system, file.Label).Expected.GetType())))
            .SelectMany(pair => pair.Node.Where(property => property.Value is not null), (pair, property) => (pair.Type.Type.Name, property.Key));

        Assert.Equal(expected.Distinct().Order(), found.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void RowOfANewerVersion_IsReadWithoutWhatIsUnknown(string system, string label)
    {
        var (file, expected) = Of(system, label);
        var row = JsonNode.Parse(file.Text())!;
        foreach (var (node, _) in StoredProperties.Objects(row, GoldenSystem.Of(system).Json(expected.GetType())).ToArray())
        {
            node.Insert(0, "addedLater", JsonNode.Parse("""{"worldId": "text", "deep": [1, {"x": null}]}"""));
        }

        Assert.Equal(Text(file.Encode(Types, expected)), Text(file.Encode(Types, file.Decode(Types, Bytes(row)))));
    }

    // As if each property had been added after the row was written.
    [Theory]
    [MemberData(nameof(Labels))]
    public void RowOfAnOlderVersion_IsReadWithDefaultsForWhatItLacks(string system, string label)
    {
        var (file, expected) = Of(system, label);
        var type = GoldenSystem.Of(system).Json(expected.GetType());
        var objects = StoredProperties.Objects(JsonNode.Parse(file.Text()), type).Count();
        for (var index = 0; index < objects; index++)
        {
            var owner = StoredProperties.Objects(JsonNode.Parse(file.Text()), type).ElementAt(index).Type;
            for (var property = 0; property < StoredProperties.Of(owner).Count; property++)
            {
                RemoveAndRead(file, type, index, property);
            }
        }
    }

    private static void RemoveAndRead(GoldenFile file, JsonTypeInfo type, int index, int number)
    {
        var row = JsonNode.Parse(file.Text());
        var (node, owner) = StoredProperties.Objects(row, type).ElementAt(index);
        var property = StoredProperties.Of(owner)[number];
        node.Remove(property.Name);
        var expected = Default(property);
        if (expected is null)
        {
            Assert.Throws<JsonException>(() => file.Decode(Types, Bytes(row!)));
            return;
        }

        var written = JsonNode.Parse(file.Encode(Types, file.Decode(Types, Bytes(row!))));
        node.Insert(0, property.Name, JsonNode.Parse(expected));
        Assert.Equal(Jsonb.Text(Bytes(WithoutNulls(row!))), Jsonb.Text(Bytes(written!)));
    }

    // What is written of a property that a row lacked; null where there is nothing it could be.
    private static string? Default(JsonPropertyInfo property) => property.PropertyType switch
    {
        var type when property.IsGetNullable || Nullable.GetUnderlyingType(type) is not null => "null",
        var type when type == typeof(string) => "\"\"",
        var type when property.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Enumerable => "[]",
        var type when property.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Dictionary => "{}",
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => "[]",
        { IsValueType: true } type => JsonSerializer.Serialize(Activator.CreateInstance(type), property.Options.GetTypeInfo(type)),
        _ => null,
    };

    private static JsonNode WithoutNulls(JsonNode node)
    {
        foreach (var (name, value) in node is JsonObject found ? found.ToArray() : [])
        {
            if (value is null)
            {
                node.AsObject().Remove(name);
            }
        }

        foreach (var child in node is JsonObject parent ? parent.Select(property => property.Value) : node is JsonArray items ? items : [])
        {
            WithoutNulls(child ?? "");
        }

        return node;
    }

    private static (GoldenFile File, object Expected) Of(string system, string label)
    {
        var file = FilesOf(system).Single(file => file.Label == label);
        var golden = GoldenSystem.Of(system);
        return (file, (file.IsState ? golden.States : golden.Events)[label]);
    }

    private static IEnumerable<GoldenFile> FilesOf(string system) => Files.Where(file => file.System == system);

    private static IEnumerable<string> NamesOf(string system, bool isState) => FilesOf(system).Where(file => file.IsState == isState).Select(file => file.Name).Distinct().Order();

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
