using System.Buffers;
using System.Globalization;
using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Ingestors.Replay;

/// <summary>
/// Moves the times within a frame: an event's <c>timestamp</c>, a poll's <c>requestedAt</c>, a star system's message's and
/// its header's. What it cannot read it leaves as it is, for the parser to refuse as it would have.
/// </summary>
internal static class FrameShift
{
    public static FeedFrame Apply(FeedFrame frame, Func<DateTimeOffset, DateTimeOffset> map)
    {
        try
        {
            using var document = JsonDocument.Parse(frame.Content);
            return Apply(frame, document.RootElement, map);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return frame with { At = map(frame.At) };
        }
    }

    private static FeedFrame Apply(FeedFrame frame, JsonElement root, Func<DateTimeOffset, DateTimeOffset> map)
    {
        var moved = frame with { At = map(frame.At) };
        if (root.ValueKind != JsonValueKind.Object)
        {
            return moved;
        }

        if (frame.Feed.StartsWith(StarSystemFeeds.Prefix, StringComparison.Ordinal))
        {
            return moved with { Content = Rewrite(writer => WriteStarSystems(writer, root, map)) };
        }

        if (root.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object
            && payload.TryGetProperty("timestamp", out var timestamp) && SecondsOf(timestamp) is { } seconds)
        {
            var shifted = map(DateTimeOffset.FromUnixTimeSeconds(seconds)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return moved with { Content = Rewrite(writer => WriteObject(writer, root, "payload", (_, value) => WriteObject(writer, value, "timestamp", (inner, _) => inner.WriteStringValue(shifted)))) };
        }

        return root.TryGetProperty("requestedAt", out var requested) && requested.ValueKind == JsonValueKind.String && requested.TryGetDateTimeOffset(out var at)
            ? moved with { Content = Rewrite(writer => WriteObject(writer, root, "requestedAt", (inner, _) => inner.WriteStringValue(map(at)))) }
            : moved;
    }

    private static long? SecondsOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 250_000_000_000 ? seconds : null;
    }

    private static ReadOnlyMemory<byte> Rewrite(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }

    private static void WriteStarSystems(Utf8JsonWriter writer, JsonElement frame, Func<DateTimeOffset, DateTimeOffset> map)
    {
        writer.WriteStartObject();
        foreach (var part in frame.EnumerateObject())
        {
            if (part.Name is "message" or "header" && part.Value.ValueKind == JsonValueKind.Object)
            {
                writer.WritePropertyName(part.Name);
                WriteTimes(writer, part.Value, map);
            }
            else
            {
                part.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    // In the form in which they came: parsers are to meet the feeds' own.
    private static void WriteTimes(Utf8JsonWriter writer, JsonElement part, Func<DateTimeOffset, DateTimeOffset> map)
    {
        writer.WriteStartObject();
        foreach (var member in part.EnumerateObject())
        {
            if (member.Name is "timestamp" or "gatewayTimestamp" or "lastGalaxyTick"
                && member.Value.ValueKind == JsonValueKind.String
                && member.Value.GetString() is { } text
                && GameTime.Read(text) is { } time)
            {
                writer.WriteString(member.Name, GameTime.Write(map(time), text));
            }
            else
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement element, string name, Action<Utf8JsonWriter, JsonElement> write)
    {
        writer.WriteStartObject();
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals(name))
            {
                writer.WritePropertyName(name);
                write(writer, property.Value);
            }
            else
            {
                property.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
