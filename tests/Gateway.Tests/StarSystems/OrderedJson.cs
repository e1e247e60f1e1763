using System.Text.Json;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>JSON compared member by member in the order in which they are written, and by kind: a number is no text.</summary>
internal static class OrderedJson
{
    public static void Same(string expected, ReadOnlySpan<byte> actual)
    {
        using var document = JsonDocument.Parse(actual.ToArray());
        Same(JsonDocument.Parse(expected).RootElement, document.RootElement, "$");
    }

    public static void Same(string expected, JsonElement actual, string path) => Same(JsonDocument.Parse(expected).RootElement, actual, path);

    private static void Same(JsonElement expected, JsonElement actual, string path)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{path}: expected {expected.GetRawText()}, was {actual.GetRawText()}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(member => member.Name), actual.EnumerateObject().Select(member => member.Name));
                foreach (var member in expected.EnumerateObject())
                {
                    Same(member.Value, actual.GetProperty(member.Name), $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                for (var i = 0; i < expected.GetArrayLength(); i++)
                {
                    Same(expected[i], actual[i], $"{path}[{i}]");
                }

                break;
            default:
                // As written: 0.0370 is another text than 0.037.
                Assert.True(expected.GetRawText() == actual.GetRawText(), $"{path}: expected {expected.GetRawText()}, was {actual.GetRawText()}");
                break;
        }
    }
}
