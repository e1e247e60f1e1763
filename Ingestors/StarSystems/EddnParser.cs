using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Reads EDDN's envelopes. Total, and pure but for the strings that it remembers: any bytes give a message or a refusal. Of
/// what is of no interest it reads no more than shows that. One caller at a time.
/// </summary>
internal sealed class EddnParser
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(6_000);

    private readonly JournalReader _journal = new(new TextPool());

    public StarSystemParse Parse(ReadOnlySpan<byte> frame)
    {
        try
        {
            return Read(frame);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Text with half a surrogate pair, or that is no UTF-8, is no text.
            return new FrameRefusal(FrameRefusal.MalformedJson, "", exception.Message);
        }
    }

    private StarSystemParse Read(ReadOnlySpan<byte> frame)
    {
        var reader = new Utf8JsonReader(frame);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new FrameRefusal(FrameRefusal.UnknownFrame, "", "a frame is an object");
        }

        var (isJournal, header) = (false, default(EddnHeader));
        JournalEvent? told = null;
        Utf8JsonReader message = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("$schemaRef"u8))
            {
                reader.Read();
                if (SchemaProblem(ref reader) is { } problem)
                {
                    return problem;
                }

                isJournal = true;
            }
            else if (reader.ValueTextEquals("header"u8))
            {
                reader.Read();
                header = EddnHeader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                // Before its schema it is not known what it is; it is read once that is.
                reader.Read();
                message = reader;
                told = isJournal ? _journal.Read(ref reader) : null;
                if (told is { IsOfInterest: false })
                {
                    return new OtherMessage(Refusals.OtherEvent);
                }

                SkipWhereUnread(ref reader, told);
            }
            else if (reader.ValueTextEquals("deflated"u8))
            {
                reader.Read();
                return DeflatedFrames.RefusalOf(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
        return !isJournal ? Missing("$schemaRef")
            : message.TokenType == JsonTokenType.None ? Missing("message")
            : Judge(told ?? _journal.Read(ref message), header);
    }

    private static void SkipWhereUnread(ref Utf8JsonReader reader, JournalEvent? told)
    {
        if (told is null)
        {
            reader.Skip();
        }
    }

    private static StarSystemParse Judge(JournalEvent told, EddnHeader header) =>
        !told.IsOfInterest ? new OtherMessage(Refusals.OtherEvent)
        : header.IsOfOldGame ? new OtherMessage(Refusals.OldGame)
        : told.Refusal is { } refusal ? refusal
        : header.GatewayTimestamp - told.ObservedAt >= StaleAfter
            ? new FrameRefusal(Refusals.Stale, "timestamp", $"timestamp is {told.ObservedAt:O}, and the gateway had it at {header.GatewayTimestamp:O}")
        : told.ToMessage();

    private static StarSystemParse? SchemaProblem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return new FrameRefusal(FrameRefusal.BadField, "$schemaRef", "$schemaRef is not text");
        }

        if (reader.ValueTextEquals("https://eddn.edcd.io/schemas/journal/1"u8))
        {
            return null;
        }

        return new OtherMessage(reader.GetString()!.EndsWith("/test", StringComparison.Ordinal) ? Refusals.TestSchema : Refusals.OtherSchema);
    }

    private static StarSystemParse Missing(string field) => new FrameRefusal(FrameRefusal.MissingField, field, $"{field} is missing");
}
