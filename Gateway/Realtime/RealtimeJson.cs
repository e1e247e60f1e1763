using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>The messages that realtime clients get, as UTF-8 JSON.</summary>
internal static class RealtimeJson
{
    // What is written is a JSON body, never part of a page.
    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An entity as a whole.</summary>
    /// <param name="topic">The topic it is told under.</param>
    /// <param name="view">The entity.</param>
    /// <param name="withOp">Whether it says what kind of message it is.</param>
    /// <param name="key">The entity's topic without the system, where it is told under another.</param>
    public static byte[] Snapshot(string topic, EntityView view, bool withOp, string? key = null) => Write(json =>
    {
        if (withOp)
        {
            json.WriteString("op", "snapshot");
        }

        json.WriteString("topic", topic);
        if (key is not null)
        {
            json.WriteString("key", key);
        }

        json.WriteNumber("sequence", view.Sequence);
        json.WriteString("asOf", view.AsOf.UtcDateTime);
        json.WritePropertyName("data");
        json.WriteRawValue(view.Json.Span, skipInputValidation: true);
    });

    /// <summary>An event with its place; without <paramref name="op"/> as the event log's readers see it, with <paramref name="key"/> under another topic than its own.</summary>
    public static byte[] Event(string? op, string topic, Envelope envelope, ReadOnlySpan<byte> @event, string? key = null)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Writer);
        json.WriteStartObject();
        if (op is not null)
        {
            json.WriteString("op", op);
        }

        json.WriteString("topic", topic);
        if (key is not null)
        {
            json.WriteString("key", key);
        }

        json.WriteNumber("sequence", envelope.Sequence);
        json.WriteString("at", envelope.At.UtcDateTime);
        json.WritePropertyName("event");
        json.WriteRawValue(@event, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Announcement(string topic, string key, Envelope envelope, ReadOnlyMemory<byte> @event) => Write(json =>
    {
        json.WriteString("op", "announcement");
        json.WriteString("topic", topic);
        json.WriteString("key", key);
        json.WriteNumber("sequence", envelope.Sequence);
        json.WriteString("at", envelope.At.UtcDateTime);
        json.WritePropertyName("event");
        json.WriteRawValue(@event.Span, skipInputValidation: true);
    });

    /// <summary>What a follower lets its client have, of an entity; empty where it is nothing that is told.</summary>
    public static byte[] Followed(Follower follower, Delivery inner, bool withOp) => inner switch
    {
        Delivery.Snapshot whole => Snapshot(follower.Topic, whole.View, withOp, Key(whole.Subscription.Entity)),
        Delivery.Event { Delta.Envelope: var envelope } next => Event(
            withOp ? "delta" : null, follower.Topic, envelope, next.Subscription.Entity.Kind.EventJson(envelope), Key(next.Subscription.Entity)),
        _ => [],
    };

    public static byte[] Subscribed(string topic, long sequence) => Write(json =>
    {
        json.WriteString("op", "subscribed");
        json.WriteString("topic", topic);
        json.WriteNumber("sequence", sequence);
    });

    public static byte[] Unsubscribed(string topic) => Write(json =>
    {
        json.WriteString("op", "unsubscribed");
        json.WriteString("topic", topic);
    });

    public static byte[] Pong() => Write(json => json.WriteString("op", "pong"));

    public static byte[] Topics(IEnumerable<string> topics) => Write(json =>
    {
        json.WriteString("op", "topics");
        json.WriteStartArray("topics");
        foreach (var topic in topics)
        {
            json.WriteStringValue(topic);
        }

        json.WriteEndArray();
    });

    public static byte[] Error(ClientError error, string? topic) => Write(json =>
    {
        json.WriteString("op", "error");
        json.WriteString("code", error.Code);
        json.WriteString("field", error.Field);
        json.WriteString("message", error.Message);
        if (topic is not null)
        {
            json.WriteString("topic", topic);
        }
    });

    private static string Key(Entity entity) => entity.Topic[(entity.Kind.System.Length + 1)..];

    public static byte[] Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Writer);
        json.WriteStartObject();
        body(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
