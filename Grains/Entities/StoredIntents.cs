using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>
/// What entities owe each other, as UTF-8 JSON beside the state: pending is an array of
/// <c>{"target","id","type","event"}</c>, received an object of sender to intent id. Null stands for nothing.
/// </summary>
/// <remarks>The sender of what is pending is the record's own key, and its events are of the record's own system.</remarks>
public sealed class StoredIntents(StoredTypes types)
{
    /// <summary>What the record owes; null where it owes nothing.</summary>
    public byte[]? EncodePending(IEntityRecord record) => record.Pending.IsDefaultOrEmpty ? null : Written(writer =>
    {
        writer.WriteStartArray();
        foreach (var intent in record.Pending)
        {
            Write(writer, intent);
        }

        writer.WriteEndArray();
    });

    /// <summary>What the entity with that key owes; a <see cref="JsonException"/> where it is not of this form.</summary>
    public ImmutableArray<Intent> DecodePending(string system, string key, ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty)
        {
            return [];
        }

        using var document = JsonDocument.Parse(stored);
        try
        {
            return [.. document.RootElement.EnumerateArray().Select(intent => Read(system, key, intent))];
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new JsonException($"{system} {key}: what is pending is not an array of intents.", exception);
        }
    }

    /// <summary>The keys of those to whom something is pending, in its order; a <see cref="JsonException"/> where it is not of this form.</summary>
    public static ImmutableArray<string> DecodeTargets(ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty)
        {
            return [];
        }

        using var document = JsonDocument.Parse(stored);
        try
        {
            return [.. document.RootElement.EnumerateArray().Select(intent => intent.GetProperty("target").GetString()!)];
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException)
        {
            throw new JsonException("What is pending is not an array of intents.", exception);
        }
    }

    /// <summary>What the record took from others; null where nothing.</summary>
    public static byte[]? EncodeReceived(IEntityRecord record) => record.Received.IsEmpty ? null : Written(writer =>
    {
        writer.WriteStartObject();
        foreach (var (sender, id) in record.Received)
        {
            writer.WriteNumber(sender, id);
        }

        writer.WriteEndObject();
    });

    /// <summary>What an entity took from others; a <see cref="JsonException"/> where it is not of this form.</summary>
    public static ImmutableSortedDictionary<string, long> DecodeReceived(ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty)
        {
            return ImmutableSortedDictionary<string, long>.Empty;
        }

        using var document = JsonDocument.Parse(stored);
        try
        {
            return document.RootElement.EnumerateObject().ToImmutableSortedDictionary(sender => sender.Name, sender => sender.Value.GetInt64());
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            throw new JsonException("What was received is not an object of sender to intent id.", exception);
        }
    }

    private void Write(Utf8JsonWriter writer, Intent intent)
    {
        var (name, json) = types.Encode(intent.Event);
        writer.WriteStartObject();
        writer.WriteString("target", intent.Target);
        writer.WriteNumber("id", intent.Id);
        writer.WriteString("type", name);
        writer.WritePropertyName("event");
        writer.WriteRawValue(json, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private Intent Read(string system, string key, JsonElement intent) => new(
        key,
        intent.GetProperty("target").GetString()!,
        intent.GetProperty("id").GetInt64(),
        types.Decode(system, intent.GetProperty("type").GetString()!, JsonMarshal.GetRawUtf8Value(intent.GetProperty("event"))));

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
