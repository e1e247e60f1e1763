using System.Text.Json;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>A message of a WebSocket client.</summary>
/// <param name="Op">What is asked for.</param>
/// <param name="Topic">Null where the operation has none.</param>
/// <param name="After">The sequence to resume after; null where none.</param>
internal sealed record ClientMessage(string Op, string? Topic, long? After)
{
    /// <summary>Total: any bytes give a message, or what was wrong with them.</summary>
    public static (ClientMessage? Message, ClientError? Error, string? Topic) Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Parse(document.RootElement);
        }
        catch (JsonException exception)
        {
            return (null, new("bad-json", "", $"The message is not JSON: {exception.Message}"), null);
        }
        catch (InvalidOperationException)
        {
            return (null, new("bad-json", "", "The message holds text that is not UTF-8, or half of a surrogate pair."), null);
        }
    }

    private static (ClientMessage? Message, ClientError? Error, string? Topic) Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, new("wrong-type", "", "A message is a JSON object."), null);
        }

        var (op, error) = Text(root, "op");
        if (error is not null)
        {
            return (null, error, null);
        }

        if (op is not ("subscribe" or "unsubscribe" or "ping" or "topics"))
        {
            return (null, new("unknown-op", "op", $"op is '{op}'; it is subscribe, unsubscribe, ping or topics."), null);
        }

        if (op is "ping" or "topics")
        {
            return (new(op, null, null), null, null);
        }

        (var topic, error) = Text(root, "topic");
        if (error is not null)
        {
            return (null, error, null);
        }

        return ReadAfter(root, out var after) is { } wrong ? (null, wrong, topic) : (new(op, topic, after), null, topic);
    }

    private static (string? Text, ClientError? Error) Text(JsonElement root, string field)
    {
        if (!root.TryGetProperty(field, out var value))
        {
            return (null, new("missing-field", field, $"{field} is missing."));
        }

        return value.ValueKind == JsonValueKind.String
            ? (value.GetString(), null)
            : (null, new("wrong-type", field, $"{field} is text."));
    }

    private static ClientError? ReadAfter(JsonElement root, out long? after)
    {
        after = null;
        if (!root.TryGetProperty("after", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return new("wrong-type", "after", "after is a number.");
        }

        if (!value.TryGetInt64(out var sequence) || sequence < 0 || sequence == long.MaxValue)
        {
            return new("out-of-range", "after", $"after is {value.GetRawText()}; it is a whole number from 0.");
        }

        after = sequence;
        return null;
    }
}
