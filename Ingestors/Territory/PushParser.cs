using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Reads the push service's frames. Pure and total: any bytes give a message or a refusal.</summary>
internal static class PushParser
{
    public static PushParse Parse(ReadOnlyMemory<byte> frame)
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

    private static PushParse Parse(JsonElement frame)
    {
        if (frame.ValueKind != JsonValueKind.Object)
        {
            return Unknown("a frame is an object");
        }

        if (frame.TryGetProperty("payload", out var payload))
        {
            return payload.ValueKind == JsonValueKind.Object
                ? Event(payload)
                : new FrameRefusal(FrameRefusal.BadField, "payload", "payload is not an object");
        }

        if (frame.TryGetProperty("subscription", out var subscription))
        {
            return Echo(subscription);
        }

        return frame.TryGetProperty("type", out var type) ? Control(FieldReader.TextOf(type), frame)
            : frame.TryGetProperty("send this for help", out _) ? new OtherMessage(OtherMessage.Help, null)
            : Unknown("the frame has no payload, subscription or type");
    }

    private static PushParse Event(JsonElement payload)
    {
        if (!payload.TryGetProperty("event_name", out var name))
        {
            return new FrameRefusal(FrameRefusal.MissingField, "event_name", "event_name is missing");
        }

        return FieldReader.TextOf(name) switch
        {
            null => new FrameRefusal(FrameRefusal.BadField, "event_name", "event_name is not text"),
            "FacilityControl" => FacilityControl(payload),
            "PlayerFacilityCapture" => PlayerFacilityCapture(payload),
            "ContinentLock" => ContinentLock(payload),
            "MetagameEvent" => MetagameEvent(payload),
            _ => Other(payload),
        };
    }

    private static PushParse FacilityControl(JsonElement payload)
    {
        var fields = new FieldReader(payload);
        var message = new ZoneMessage(fields.WorldId(), fields.ZoneId(), new ReportFacilityControl(
            (int)fields.Required("facility_id", 0, int.MaxValue),
            fields.Faction("old_faction_id"),
            fields.Faction("new_faction_id"),
            fields.Required("duration_held", long.MinValue, long.MaxValue),
            NoneWhereZero(fields.Optional("outfit_id", 0, long.MaxValue)),
            fields.Timestamp()));
        return Settle(fields, message);
    }

    private static PushParse PlayerFacilityCapture(JsonElement payload)
    {
        var fields = new FieldReader(payload);
        var message = new PlayerCapture(
            fields.WorldId(),
            fields.ZoneId(),
            (int)fields.Required("facility_id", 0, int.MaxValue),
            fields.Required("character_id", 1, long.MaxValue),
            fields.Timestamp());
        return Settle(fields, message);
    }

    private static PushParse ContinentLock(JsonElement payload)
    {
        var fields = new FieldReader(payload);
        var message = new ZoneMessage(fields.WorldId(), fields.ZoneId(), new ReportContinentLock(
            fields.Timestamp(),
            fields.FactionIfAny("triggering_faction"),
            fields.FactionIfAny("previous_faction"),
            PopulationsOf(ref fields),
            (int?)NoneWhereZero(fields.Optional("metagame_event_id", 0, int.MaxValue))));
        return Settle(fields, message);
    }

    private static PushParse MetagameEvent(JsonElement payload)
    {
        var fields = new FieldReader(payload);
        var message = new ZoneMessage(fields.WorldId(), fields.ZoneId(), new ReportMetagameEvent(
            fields.Timestamp(),
            (int)fields.Required("metagame_event_id", 0, int.MaxValue),
            (AlertState)fields.Required("metagame_event_state", (long)AlertState.Started, (long)AlertState.XpBonusChanged),
            fields.Optional("instance_id", 0, long.MaxValue)));
        return Settle(fields, message);
    }

    // Half a set of populations would read as nobody being there.
    private static Populations? PopulationsOf(ref FieldReader fields)
    {
        var vs = fields.Optional("vs_population", 0, int.MaxValue);
        var nc = fields.Optional("nc_population", 0, int.MaxValue);
        var tr = fields.Optional("tr_population", 0, int.MaxValue);
        return (vs, nc, tr) is ({ } v, { } n, { } t) ? new((int)v, (int)n, (int)t) : null;
    }

    // An event that is of no interest still shows that its world's stream lives.
    private static OtherMessage Other(JsonElement payload)
    {
        var fields = new FieldReader(payload);
        var world = fields.Optional("world_id", 1, int.MaxValue);
        return new(OtherMessage.OtherEvent, fields.Refusal is null ? (int?)world : null);
    }

    private static PushParse Echo(JsonElement subscription)
    {
        if (subscription.ValueKind != JsonValueKind.Object)
        {
            return new FrameRefusal(FrameRefusal.BadField, "subscription", "subscription is not an object");
        }

        return Texts(subscription, "worlds") is not { } worlds ? new FrameRefusal(FrameRefusal.BadField, "worlds", "worlds is not a list")
            : Texts(subscription, "eventNames") is not { } names ? new FrameRefusal(FrameRefusal.BadField, "eventNames", "eventNames is not a list")
            : new SubscriptionEcho(worlds, names);
    }

    private static PushParse Control(string? type, JsonElement frame) => type switch
    {
        "connectionStateChanged" => frame.TryGetProperty("connected", out var connected) && FieldReader.FlagOf(connected) is { } flag
            ? new ConnectionState(flag)
            : new FrameRefusal(FrameRefusal.BadField, "connected", "connected is not true or false"),
        "serviceStateChanged" => ServiceState(frame),
        "heartbeat" => Heartbeat(frame),
        _ => Unknown("the frame's type is not known"),
    };

    private static PushParse ServiceState(JsonElement frame)
    {
        if (!frame.TryGetProperty("detail", out var detail) || FieldReader.TextOf(detail) is not { } endpoint)
        {
            return new FrameRefusal(FrameRefusal.MissingField, "detail", "detail is missing");
        }

        return !frame.TryGetProperty("online", out var online) || FieldReader.FlagOf(online) is not { } flag
            ? new FrameRefusal(FrameRefusal.BadField, "online", "online is not true or false")
            : Online([new(endpoint, flag)]);
    }

    private static PushParse Heartbeat(JsonElement frame)
    {
        if (!frame.TryGetProperty("online", out var online) || online.ValueKind != JsonValueKind.Object)
        {
            return new FrameRefusal(FrameRefusal.BadField, "online", "online is not an object");
        }

        var states = new List<KeyValuePair<string, bool>>();
        foreach (var endpoint in online.EnumerateObject())
        {
            if (FieldReader.FlagOf(endpoint.Value) is not { } flag)
            {
                return new FrameRefusal(FrameRefusal.BadField, "online", "an endpoint's state is not true or false");
            }

            states.Add(new(endpoint.Name, flag));
        }

        return Online(states);
    }

    // EventServerEndpoint_Miller_10: the world's id is what follows the last underscore.
    private static OnlineStates Online(List<KeyValuePair<string, bool>> endpoints)
    {
        var worlds = ImmutableSortedDictionary.CreateBuilder<int, bool>();
        foreach (var (endpoint, online) in endpoints)
        {
            var id = endpoint[(endpoint.LastIndexOf('_') + 1)..];
            if (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var worldId))
            {
                worlds[worldId] = online;
            }
        }

        return new(worlds.ToImmutable());
    }

    private static ImmutableSortedSet<string>? Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(FieldReader.TextOf).OfType<string>()]
            : null;
    }

    private static PushParse Settle(FieldReader fields, PushMessage message) =>
        fields.Refusal is { } refusal ? refusal : message;

    private static long? NoneWhereZero(long? value) => value is 0 ? null : value;

    private static FrameRefusal Unknown(string detail) => new(FrameRefusal.UnknownFrame, "", detail);
}
