using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrleansGameState.Grains.Tests.Entities;

/// <summary>
/// What PostgreSQL's jsonb makes of a document: keys in its own order (by length, then by bytes) and its own spaces.
/// Numbers are left as they are; the real one also writes out exponents.
/// </summary>
internal static class Jsonb
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Normalised(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetBytes(Text(json));

    public static string Text(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement);
    }

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", element.EnumerateObject().OrderBy(Length).ThenBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{Quoted(property.Name)}: {Text(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", element.EnumerateArray().Select(Text))}]",
        JsonValueKind.String => Quoted(element.GetString()!),
        _ => element.GetRawText(),
    };

    private static int Length(JsonProperty property) => Encoding.UTF8.GetByteCount(property.Name);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
