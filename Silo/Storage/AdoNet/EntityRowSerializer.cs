using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Orleans.Storage;

namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>
/// Rows as JSON: <c>{"key","kind","version","at","commit","state","pending","received"}</c>, the last two only where
/// there is something. What a newer version put in is passed over.
/// </summary>
internal sealed class EntityRowSerializer : IGrainStorageSerializer
{
    /// <summary>What every row holds whose entity owes something.</summary>
    public static ReadOnlySpan<byte> PendingMark => "\"pending\":["u8;

    public BinaryData Serialize<T>(T? input)
    {
        var row = input as EntityRow ?? throw new ArgumentException($"{typeof(T)} is not an entity's row.", nameof(input));
        var buffer = new ArrayBufferWriter<byte>(row.State.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, row);
        }

        return new(buffer.WrittenMemory);
    }

    public T? Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var document = JsonDocument.Parse(input.ToMemory());
        return (T)(object)Read(document.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, EntityRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("key", row.Key);
        writer.WriteString("kind", row.Kind);
        writer.WriteNumber("version", row.Version);
        writer.WriteString("at", row.At.UtcDateTime);
        writer.WriteString("commit", row.CommitId);
        WriteJson(writer, "state", row.State);
        WriteJson(writer, "pending", row.Pending);
        WriteJson(writer, "received", row.Received);
        writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, string name, byte[]? json)
    {
        if (json is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json, skipInputValidation: true);
        }
    }

    private static EntityRow Read(JsonElement row) => new()
    {
        Key = row.GetProperty("key").GetString()!,
        Kind = row.GetProperty("kind").GetString()!,
        Version = row.GetProperty("version").GetInt64(),
        At = row.GetProperty("at").GetDateTimeOffset(),
        CommitId = row.GetProperty("commit").GetGuid(),
        State = Json(row.GetProperty("state")),
        Pending = row.TryGetProperty("pending", out var pending) ? Json(pending) : null,
        Received = row.TryGetProperty("received", out var received) ? Json(received) : null,
    };

    private static byte[] Json(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();
}
