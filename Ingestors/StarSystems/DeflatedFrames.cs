using System.Text.Json;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Frames that could not be inflated, as <see cref="FrameOpener"/> keeps them.</summary>
internal static class DeflatedFrames
{
    /// <summary>Why not: asked again, since a recording tells the content and not the reason.</summary>
    public static FrameRefusal RefusalOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetBytesFromBase64(out var deflated))
        {
            return new(FrameRefusal.BadField, "deflated", "deflated is not base64");
        }

        new Inflater().Inflate(deflated, 0, out var refusal);
        return refusal ?? new(FrameRefusal.UnknownFrame, "deflated", "deflated holds what can be inflated, which a recording keeps as it is");
    }
}
