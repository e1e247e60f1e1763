using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>Reads YAML as JSON whose scalars are all text.</summary>
internal static class Yaml
{
    /// <summary>Every document of the files in a folder.</summary>
    public static JsonNode[] Folder(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Repository, folder), "*.yaml").Order(StringComparer.Ordinal).SelectMany(Documents)];

    /// <summary>The one document of a file.</summary>
    public static JsonNode File(string path) => Documents(Path.Combine(Places.Repository, path)).Single();

    private static IEnumerable<JsonNode> Documents(string path)
    {
        var parser = new MergingParser(new Parser(new StringReader(System.IO.File.ReadAllText(path))));
        var deserializer = new DeserializerBuilder().Build();
        var serializer = new SerializerBuilder().JsonCompatible().Build();
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _))
        {
            yield return JsonNode.Parse(serializer.Serialize(deserializer.Deserialize<object>(parser)))!;
        }
    }
}
