using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Grains.Tests.Entities;

namespace OrleansGameState.Grains.Tests.Golden;

public sealed class TerritoryGoldenTests
{
    private static readonly StoredTypes Types = new(TerritoryKinds.All);
    private static readonly IReadOnlyList<GoldenFile> All = GoldenFile.Of(TerritoryKeys.System);

    public static TheoryData<string> Labels => [.. All.Select(file => file.Label)];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Row_IsReadAsWhatItMeant(string label)
    {
        var (file, expected) = Of(label);

        var read = file.Decode(Types, file.Json());

        Assert.Equal(expected.GetType(), read.GetType());
        Assert.Equivalent(expected, read, strict: true);
        Assert.Equal(Text(file.Encode(Types, expected)), Text(file.Encode(Types, read)));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void NewestForm_IsWhatIsWrittenToday(string label)
    {
        var (file, expected) = Of(label);
        if (All.All(other => (other.IsState, other.Name) != (file.IsState, file.Name) || other.Form <= file.Form))
        {
            Assert.Equal(file.Text(), Jsonb.Text(file.Encode(Types, expected)));
        }
    }

    [Fact]
    public void EveryStoredType_HasAFile()
    {
        Assert.Equal(TerritoryKinds.All.Select(kind => kind.Name).Order(), NamesOf(isState: true));
        Assert.Equal(TerritoryKinds.All.SelectMany(kind => kind.Events).Select(stored => stored.Name).Order(), NamesOf(isState: false));
    }

    [Fact]
    public void EveryMeaning_HasAFile() => Assert.Equal(
        TerritoryGolden.States.Keys.Concat(TerritoryGolden.Events.Keys).Order(),
        All.Select(file => file.Label).Order());

    [Fact]
    public void EveryStoredProperty_IsInAFile()
    {
        var roots = TerritoryKinds.All.SelectMany(kind => kind.Events.Select(stored => stored.Json).Append(Json(kind.State)));
        var expected = StoredProperties.Reachable(roots).SelectMany(StoredProperties.Of, (type, property) => (type.Type.Name, property.Name));

        var found = All
            .SelectMany(file => StoredProperties.Objects(JsonNode.Parse(file.Text()), Json(Of(file.Label).Expected.GetType())))
            .SelectMany(pair => pair.Node.Where(property => property.Value is not null), (pair, property) => (pair.Type.Type.Name, property.Key));

        Assert.Equal(expected.Distinct().Order(), found.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void RowOfANewerVersion_IsReadWithoutWhatIsUnknown(string label)
    {
        var (file, expected) = Of(label);
        var row = JsonNode.Parse(file.Text())!;
        foreach (var (node, _) in StoredProperties.Objects(row, Json(expected.GetType())).ToArray())
        {
            node.Insert(0, "addedLater", JsonNode.Parse("""{"worldId": "text", "deep": [1, {"x": null}]}"""));
        }

        Assert.Equal(Text(file.Encode(Types, expected)), Text(file.Encode(Types, file.Decode(Types, Bytes(row)))));
    }

    // As if each property had been added after the row was written.
    [Theory]
    [MemberData(nameof(Labels))]
    public void RowOfAnOlderVersion_IsReadWithDefaultsForWhatItLacks(string label)
    {
        var (file, expected) = Of(label);
        var type = Json(expected.GetType());
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
        var type when type == typeof(string) => "\"\"",
        var type when property.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Enumerable => "[]",
        var type when property.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Dictionary => "{}",
        { IsValueType: true } type => JsonSerializer.Serialize(Activator.CreateInstance(type), property.Options.GetTypeInfo(type)),
        _ => property.IsGetNullable ? "null" : null,
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

    private static (GoldenFile File, object Expected) Of(string label)
    {
        var file = All.Single(file => file.Label == label);
        return (file, (file.IsState ? TerritoryGolden.States : TerritoryGolden.Events)[label]);
    }

    private static IEnumerable<string> NamesOf(bool isState) => All.Where(file => file.IsState == isState).Select(file => file.Name).Distinct().Order();

    private static JsonTypeInfo Json(Type type) => TerritoryStorageJson.Of<ZoneState>().Options.GetTypeInfo(type);

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
