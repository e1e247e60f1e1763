using System.Buffers;
using System.Globalization;
using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Writes what the REST service answered as a frame, so that it is recorded and replayed as it came.</summary>
internal static class RestFrames
{
    /// <param name="request">What was asked for.</param>
    /// <param name="requestedAt">Taken just before sending.</param>
    /// <param name="status">HTTP status; 0 where there was no answer.</param>
    /// <param name="body">The body as it came; what is not JSON is kept as text.</param>
    public static ReadOnlyMemory<byte> Write(CensusRequest request, DateTimeOffset requestedAt, int status, ReadOnlyMemory<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>(body.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("collection", request.Collection);
            WriteWorld(writer, request.WorldId);
            writer.WriteString("requestedAt", requestedAt);
            writer.WriteNumber("status", status);
            if (!request.CharacterIds.IsDefaultOrEmpty)
            {
                writer.WriteStartArray("characterIds");
                foreach (var id in request.CharacterIds)
                {
                    writer.WriteStringValue(id.ToString(CultureInfo.InvariantCulture));
                }

                writer.WriteEndArray();
            }

            writer.WritePropertyName("body");
            FrameLine.WriteContent(writer, body);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteWorld(Utf8JsonWriter writer, int? worldId)
    {
        if (worldId is { } id)
        {
            writer.WriteNumber("worldId", id);
        }
        else
        {
            writer.WriteNull("worldId");
        }
    }
}
