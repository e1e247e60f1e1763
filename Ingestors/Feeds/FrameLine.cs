using System.Text;
using System.Text.Json;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>One line of a recording: <c>{"at":..,"feed":..,"frame":..}</c>.</summary>
internal static class FrameLine
{
    /// <summary>Writes the line without its end. What is not JSON is written as a JSON string.</summary>
    public static byte[] Write(FeedFrame frame)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("at", frame.At);
            writer.WriteString("feed", frame.Feed);
            writer.WritePropertyName("frame");
            WriteContent(writer, frame.Content);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a line; any bytes give a frame or a refusal.</summary>
    public static FeedFrame? Read(ReadOnlyMemory<byte> line, out FrameRefusal? refusal)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement, out refusal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            refusal = new(FrameRefusal.BadLine, "", exception.Message);
            return null;
        }
    }

    /// <summary>Writes JSON as it is but for its white space, anything else as a string.</summary>
    public static void WriteContent(Utf8JsonWriter writer, ReadOnlyMemory<byte> content)
    {
        if (Compact(content) is { } compact)
        {
            writer.WriteRawValue(compact, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Encoding.UTF8.GetString(content.Span));
        }
    }

    // Half a surrogate pair, escaped, is JSON to who reads it and cannot be written again: that shows in the middle of it.
    private static byte[]? Compact(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FeedFrame? Read(JsonElement line, out FrameRefusal? refusal)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            refusal = new(FrameRefusal.BadLine, "", "a line is an object with at, feed and frame");
        }
        else if (!line.TryGetProperty("at", out var at) || at.ValueKind != JsonValueKind.String || !at.TryGetDateTimeOffset(out var time))
        {
            refusal = new(FrameRefusal.BadLine, "at", "at is missing, or is not an ISO 8601 time");
        }
        else if (!line.TryGetProperty("feed", out var feed) || feed.ValueKind != JsonValueKind.String)
        {
            refusal = new(FrameRefusal.BadLine, "feed", "feed is missing, or is not text");
        }
        else if (!line.TryGetProperty("frame", out var frame))
        {
            refusal = new(FrameRefusal.BadLine, "frame", "frame is missing");
        }
        else
        {
            refusal = null;
            var text = frame.ValueKind == JsonValueKind.String ? frame.GetString()! : frame.GetRawText();
            return new FeedFrame(time, feed.GetString()!, Encoding.UTF8.GetBytes(text));
        }

        return null;
    }
}
