using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Reads REST frames. Pure and total: any bytes give a reply or a refusal.</summary>
internal static class RestParser
{
    public static RestReply? Parse(ReadOnlyMemory<byte> frame, out FrameRefusal? refusal)
    {
        try
        {
            // Not disposed: rows of the answer live as long as whoever reads them.
            return Parse(JsonDocument.Parse(frame).RootElement, out refusal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            refusal = new(FrameRefusal.MalformedJson, "", exception.Message);
            return null;
        }
    }

    private static RestReply? Parse(JsonElement frame, out FrameRefusal? refusal)
    {
        if (frame.ValueKind != JsonValueKind.Object)
        {
            refusal = new(FrameRefusal.UnknownFrame, "", "a frame is an object");
            return null;
        }

        if (SubjectOf(frame, out refusal) is not { } subject)
        {
            return null;
        }

        var fields = new FieldReader(frame);
        var status = (int)fields.Required("status", 0, 999);
        if (fields.Refusal is { } wrong)
        {
            refusal = wrong;
            return null;
        }

        return frame.TryGetProperty("body", out var body)
            ? ReplyOf(subject, status, body)
            : new RestError(subject, "not-json", "", true);
    }

    private static RestSubject? SubjectOf(JsonElement frame, out FrameRefusal? refusal)
    {
        var fields = new FieldReader(frame);
        var world = (int?)fields.Optional("worldId", 1, int.MaxValue);
        refusal = fields.Refusal;
        if (refusal is not null)
        {
            return null;
        }

        if (!frame.TryGetProperty("collection", out var collection) || FieldReader.TextOf(collection) is not { } name)
        {
            refusal = new(FrameRefusal.MissingField, "collection", "collection is missing");
            return null;
        }

        if (!frame.TryGetProperty("requestedAt", out var at) || at.ValueKind != JsonValueKind.String || !at.TryGetDateTimeOffset(out var requestedAt) || requestedAt.Year is < 1970 or > 9998)
        {
            refusal = new(FrameRefusal.BadField, "requestedAt", "requestedAt is not an ISO 8601 time");
            return null;
        }

        return new(name, world, requestedAt, IdsOf(frame));
    }

    private static ImmutableArray<long> IdsOf(JsonElement frame) =>
        frame.TryGetProperty("characterIds", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(NumberOf).OfType<long>()]
            : [];

    private static long? NumberOf(JsonElement value) =>
        long.TryParse(FieldReader.TextOf(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static RestReply ReplyOf(RestSubject subject, int status, JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Object && ErrorOf(subject, body) is { } error)
        {
            return error;
        }

        if (status != 200)
        {
            return status == 0
                ? new RestError(subject, "unreachable", FieldReader.TextOf(body) ?? "", true)
                : new RestError(subject, $"http-{status}", "", status is >= 500 or 408 or 429);
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            return new RestError(subject, "not-json", Shortened(FieldReader.TextOf(body) ?? ""), true);
        }

        if (!body.TryGetProperty($"{subject.Collection}_list", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return new RestError(subject, "unexpected-body", $"the answer has no {subject.Collection}_list", true);
        }

        ImmutableArray<JsonElement> rows = [.. list.EnumerateArray()];
        return rows.IsEmpty ? new RestEmpty(subject) : new RestAnswer(subject, rows);
    }

    private static RestError? ErrorOf(RestSubject subject, JsonElement body)
    {
        if (body.TryGetProperty("error", out var error))
        {
            return OfError(subject, FieldReader.TextOf(error) ?? "");
        }

        if (!body.TryGetProperty("errorCode", out var code))
        {
            return null;
        }

        var text = body.TryGetProperty("errorMessage", out var message) ? FieldReader.TextOf(message) ?? "" : "";
        return (FieldReader.TextOf(code), text.StartsWith("INVALID_SEARCH_TERM", StringComparison.Ordinal)) switch
        {
            ("SERVER_ERROR", true) => new(subject, "invalid-search-term", text, false),
            ("SERVER_ERROR", false) => new(subject, "server-error", text, true),
            var (other, _) => new(subject, "unknown-error", $"{other} {text}".Trim(), true),
        };
    }

    private static RestError OfError(RestSubject subject, string text) => text switch
    {
        "service_unavailable" => new(subject, "service-unavailable", text, true),
        "No data found." => new(subject, "no-data", text, false),
        "Bad request syntax." => new(subject, "bad-request", text, false),
        _ when text.Contains("Service ID", StringComparison.OrdinalIgnoreCase) => new(subject, "service-id", text, false),
        _ => new(subject, "unknown-error", Shortened(text), true),
    };

    private static string Shortened(string text) => text.Length <= 200 ? text : $"{text[..200]}…";
}
