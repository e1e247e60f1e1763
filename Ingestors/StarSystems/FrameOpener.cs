using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Makes readable frames of deflated ones: EDDN's envelope as it is, the Tick Detector's as
/// <c>{"topic":..,"message":..}</c>. What cannot be inflated becomes <c>{"deflated":base64}</c>, with its topic where it has
/// one, so that a recording of it is refused for the same reason.
/// </summary>
internal sealed class FrameOpener
{
    public static readonly JsonEncodedText Deflated = JsonEncodedText.Encode("deflated");
    public static readonly JsonEncodedText Topic = JsonEncodedText.Encode("topic");
    public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");

    private const int MostOfATopic = 256;

    private readonly Inflater _inflater = new();
    private byte[] _head = [];
    private string? _headTopic;

    /// <summary>The frame, readable. Its content lies in memory that the next call overwrites.</summary>
    public FeedFrame Open(FeedFrame frame)
    {
        if (!frame.IsDeflated)
        {
            return frame;
        }

        var hasTopic = frame.Feed == StarSystemFeeds.TickDetectorFrames;
        byte[] head = hasTopic ? HeadOf(frame.Topic.Span) : [];
        var content = _inflater.Inflate(frame.Content, head.Length, out _) is { } inflated
            ? hasTopic ? Wrapped(head, inflated) : inflated
            : (ReadOnlyMemory<byte>)Kept(frame, hasTopic);
        return frame with { Content = content, IsDeflated = false, Topic = default };
    }

    private static byte[] Wrapped(byte[] head, ReadOnlyMemory<byte> inflated)
    {
        var whole = new byte[inflated.Length + 1];
        inflated.Span.CopyTo(whole);
        head.CopyTo(whole, 0);
        whole[^1] = (byte)'}';
        return whole;
    }

    private static byte[] Kept(FeedFrame frame, bool hasTopic)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (hasTopic)
            {
                writer.WriteString(Topic, TextOf(frame.Topic.Span));
            }

            writer.WriteBase64String(Deflated, frame.Content.Span);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    // The feed has five topics; the head of the last is at hand.
    private byte[] HeadOf(ReadOnlySpan<byte> topic)
    {
        var text = TextOf(topic);
        if (text != _headTopic)
        {
            _headTopic = text;
            _head = [.. "{\"topic\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(text), .. ",\"message\":"u8];
        }

        return _head;
    }

    private static string TextOf(ReadOnlySpan<byte> topic) =>
        System.Text.Encoding.UTF8.GetString(topic[..Math.Min(topic.Length, MostOfATopic)]);
}
