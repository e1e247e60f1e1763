using System.Text.Json;

namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>The first place where two JSON values differ.</summary>
/// <param name="Path">As in <c>$.facilities.2201.owner</c>.</param>
/// <param name="Expected">The value there, or <c>nothing</c>.</param>
/// <param name="Actual">The other's.</param>
internal sealed record StateDifference(string Path, string Expected, string Actual)
{
    private const int MostCharacters = 200;
    private const string Nothing = "nothing";

    /// <summary>Null where they are the same.</summary>
    public static StateDifference? First(byte[] expected, byte[] actual)
    {
        if (expected.AsSpan().SequenceEqual(actual))
        {
            return null;
        }

        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        return First("$", left.RootElement, right.RootElement);
    }

    private static StateDifference? First(string path, JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => InObjects(path, expected, actual),
        (JsonValueKind.Array, JsonValueKind.Array) => InArrays(path, expected, actual),
        _ => JsonElement.DeepEquals(expected, actual) ? null : new(path, Text(expected), Text(actual)),
    };

    private static StateDifference? InObjects(string path, JsonElement expected, JsonElement actual)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var at = $"{path}.{property.Name}";
            if (!actual.TryGetProperty(property.Name, out var other))
            {
                return new(at, Text(property.Value), Nothing);
            }

            if (First(at, property.Value, other) is { } difference)
            {
                return difference;
            }
        }

        return actual.EnumerateObject()
            .Where(property => !expected.TryGetProperty(property.Name, out _))
            .Select(property => new StateDifference($"{path}.{property.Name}", Nothing, Text(property.Value)))
            .FirstOrDefault();
    }

    private static StateDifference? InArrays(string path, JsonElement expected, JsonElement actual)
    {
        var (left, right) = (expected.GetArrayLength(), actual.GetArrayLength());
        for (var index = 0; index < Math.Max(left, right); index++)
        {
            var at = $"{path}[{index}]";
            if (index >= left || index >= right)
            {
                return new(at, index < left ? Text(expected[index]) : Nothing, index < right ? Text(actual[index]) : Nothing);
            }

            if (First(at, expected[index], actual[index]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string Text(JsonElement value) =>
        value.GetRawText() is var text && text.Length <= MostCharacters ? text : text[..MostCharacters] + "...";
}
