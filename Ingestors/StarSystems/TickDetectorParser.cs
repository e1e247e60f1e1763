using System.Text.Json;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Reads the Tick Detector's messages, as <c>{"topic":..,"message":..}</c>. Pure and total: any bytes give a message or a
/// refusal.
/// </summary>
internal static class TickDetectorParser
{
    public static StarSystemParse Parse(ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var document = JsonDocument.Parse(frame);
            return Parse(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is text with half a surrogate pair: valid JSON, but not text.
            return new FrameRefusal(FrameRefusal.MalformedJson, "", exception.Message);
        }
    }

    private static StarSystemParse Parse(JsonElement frame)
    {
        if (frame.ValueKind != JsonValueKind.Object)
        {
            return new FrameRefusal(FrameRefusal.UnknownFrame, "", "a frame is an object");
        }

        if (frame.TryGetProperty("deflated", out var deflated))
        {
            return Deflated(deflated);
        }

        if (!frame.TryGetProperty("topic", out var topic) || topic.ValueKind != JsonValueKind.String)
        {
            return new FrameRefusal(FrameRefusal.MissingField, "topic", "topic is missing, or is not text");
        }

        // A payload cannot pass itself off as another topic's: the frame has these two members and no others.
        if (frame.EnumerateObject().Count() != 2 || !frame.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
        {
            return new FrameRefusal(FrameRefusal.UnknownFrame, "message", "a frame has a topic and a message, which is an object");
        }

        return Message(topic.GetString()!, new(message));
    }

    private static StarSystemParse Message(string topic, RelayedFields fields) => topic switch
    {
        "HeartBeat" or "Heartbeat" => new Heartbeat(),
        "SystemTick" => Settle(fields, Tick(fields), tick => new SystemMessage(tick.SystemAddress, new ReportSystemTick(tick))),
        "GalaxyTick" => Settle(fields, Tick(fields), tick => new GalaxyMessage(new ReportGalaxyTick(tick))),
        "FactionChanges" => Settle(fields, Changes(fields), changes => new SystemMessage(changes.SystemAddress, new ReportFactionChanges(changes))),
        "FactionExpandedFrom" => Settle(fields, Expansion(fields), expansion => new SystemMessage(expansion.SystemAddress, new ReportExpansion(expansion))),
        _ => new OtherMessage(Refusals.OtherTopic),
    };

    private static StarSystemParse Settle<T>(RelayedFields fields, T read, Func<T, StarSystemMessage> message) =>
        fields.Refusal is { } refusal ? refusal : message(read);

    private static SystemTick Tick(RelayedFields fields)
    {
        var timestamp = fields.Time("timestamp");
        var gap = TimeSpan.FromMinutes((double)(fields.Number("timeGapMins", 0, 100_000_000) ?? 0));
        fields.PassOver("schema");
        var metrics = fields.Required("metrics");
        var tick = new SystemTick(
            fields.Name("system"),
            fields.SystemAddress(),
            gap < timestamp - DateTimeOffset.UnixEpoch ? timestamp - gap : timestamp,
            timestamp,
            (int)Math.Max(1, fields.Whole("dayCount", 0, int.MaxValue)),
            fields.Flag("isColony") ?? false,
            MetricsReader.Read(metrics),
            TickSource.Relayed,
            fields.Extra());
        fields.Join(metrics);
        return tick;
    }

    private static FactionsChanged Changes(RelayedFields fields)
    {
        var changes = fields.Object("factionChanges");
        var read = new FactionsChanged(
            fields.Time("timestamp"),
            fields.Name("system"),
            fields.SystemAddress(),
            fields.Flag("isColony") ?? false,
            MetricsReader.ChangesOf(changes),
            TickSource.Relayed,
            fields.Extra());
        fields.Join(changes);
        return read;
    }

    private static FactionExpandedFrom Expansion(RelayedFields fields) => new(
        fields.Time("timestamp"),
        fields.Name("system"),
        fields.SystemAddress(),
        fields.Flag("isColony") ?? false,
        fields.Name("faction"),
        fields.Number("InfDrop", -1, 1) ?? 0,
        fields.Flag("hasExpanded") ?? true,
        TickSource.Relayed,
        fields.Extra());

    private static FrameRefusal Deflated(JsonElement deflated)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(deflated));
        reader.Read();
        return DeflatedFrames.RefusalOf(ref reader);
    }
}
